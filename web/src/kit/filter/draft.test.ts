import fc from 'fast-check';
import { expect, test } from 'vitest';
import { depthOf, draftOf, filterOfDraft } from './draft.ts';
import type { Filter } from './filter-model.ts';

const a: Filter = { field: 'state', op: 'in', value: ['won'] };
const b: Filter = { field: 'budget', op: 'isEmpty' };

test.each<[string, Filter | undefined]>([
  ['nothing', undefined],
  ['one question', a],
  ['all of two', { all: [a, b] }],
  ['any of two within all', { all: [a, { any: [a, b] }] }],
  ['neither of two', { not: { any: [a, b] } }],
  ['not one', { not: a }],
  ['not both', { not: { all: [a, b] } }],
])('%s comes back from the builder as it went in', (_, filter) => {
  expect(filterOfDraft(draftOf(filter))).toEqual(filter);
});

test('what is not complete yet is left out', () => {
  const draft = draftOf({ all: [a, b] });
  const open = { ...draft, parts: [...draft.parts, { id: 'x', question: null }, draftOf(undefined)] };
  expect(filterOfDraft(open)).toEqual({ all: [a, b] });
});

/** What a filter says of three facts, so that two forms of it can be compared. */
function holds(filter: Filter | undefined, facts: Readonly<Record<string, boolean>>): boolean {
  if (!filter) return true;
  if ('field' in filter) return facts[filter.field] ?? false;
  if ('not' in filter) return !holds(filter.not, facts);
  return 'all' in filter ? filter.all.every((one) => holds(one, facts)) : filter.any.some((one) => holds(one, facts));
}

test('any filter means the same after the builder', () => {
  const { filter: filters } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('x', 'y', 'z').map((field): Filter => ({ field, op: 'isEmpty' })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((all): Filter => ({ all })),
      fc.array(tie('filter'), { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })),
      tie('filter').map((not): Filter => ({ not })),
    ),
  }));
  const facts = fc.record({ x: fc.boolean(), y: fc.boolean(), z: fc.boolean() });
  const property = fc.property(filters, facts, (filter, given) => {
    expect(holds(filterOfDraft(draftOf(filter)), given)).toBe(holds(filter, given));
  });
  expect(() => fc.assert(property)).not.toThrow();
  expect(depthOf(draftOf({ all: [{ not: a }] }))).toBe(2);
});
