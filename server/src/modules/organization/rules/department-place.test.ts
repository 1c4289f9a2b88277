import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBehind } from './department-place.ts';

type Row = { id: string; position: number };

const sorted = (rows: readonly Row[]) => rows.toSorted((a, b) => a.position - b.position);

function moved(rows: readonly Row[], id: string, after: string | null): Row[] {
  const brothers = sorted(rows.filter((row) => row.id !== id));
  const places = placeBehind(brothers, id, after);
  const all = rows.some((row) => row.id === id) ? rows : [...rows, { id, position: 0 }];
  return sorted(all.map((row) => ({ ...row, position: places.get(row.id) ?? row.position })));
}

test('a department that is moved stands behind the one that was named, and the others keep their order', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const move = fc.record({ id: fc.constantFrom(...ids), after: fc.option(fc.constantFrom(...ids)) });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 120 }), (moves) => {
      let rows: Row[] = ids.map((id, i) => ({ id, position: i }));
      for (const { id, after } of moves) {
        if (id === after) continue;
        const others = sorted(rows)
          .filter((row) => row.id !== id)
          .map((row) => row.id);
        rows = moved(rows, id, after);
        const order = rows.map((row) => row.id);
        expect(order.indexOf(id)).toBe(after === null ? 0 : order.indexOf(after) + 1);
        expect(order.filter((each) => each !== id)).toEqual(others);
      }
    }),
  );
});

test('halving one gap for ever finds room for ever', () => {
  let rows: Row[] = [
    { id: 'first', position: 0 },
    { id: 'last', position: 1 },
  ];
  for (let i = 0; i < 300; i += 1) rows = moved(rows, `n${i}`, 'first');
  expect(rows.map((row) => row.id)).toEqual(['first', ...Array.from({ length: 300 }, (_, i) => `n${299 - i}`), 'last']);
});

test('a new department becomes the last of its brothers', () => {
  expect(placeBehind([{ id: 'a', position: 5 }], 'b', 'a')).toEqual(new Map([['b', 1_029]]));
  expect(placeBehind([], 'a', null)).toEqual(new Map([['a', 1_024]]));
});
