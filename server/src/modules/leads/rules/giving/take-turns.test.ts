import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Credits, nextTurn, type TurnTaker, WHOLE_LEAD } from './take-turns.ts';

/** Gives `leads` leads out one by one, as a rule does over days and restarts; `present` says who is there for each. */
function giveOut(people: readonly TurnTaker[], leads: number, present = (_lead: number, _id: string) => true) {
  let credits: Credits = new Map();
  const order: string[] = [];
  for (let lead = 0; lead < leads; lead += 1) {
    const turn = nextTurn(
      people.filter(({ id }) => present(lead, id)),
      credits,
    );
    if (!turn) continue;
    order.push(turn.taker.id);
    // As the database hands it back.
    credits = new Map(JSON.parse(JSON.stringify([...turn.credits])) as [string, number][]);
  }
  return { order, credits };
}

const count = (order: readonly string[], id: string): number => order.filter((each) => each === id).length;

test('with equal weights everybody has their turn once before anybody has it twice', () => {
  const people = ['c', 'a', 'b'].map((id) => ({ id, weight: 1 }));
  expect(giveOut(people, 7).order.join('')).toBe('abcabca');
});

test('a weight of three is three leads of four', () => {
  const people = [
    { id: 'a', weight: 3 },
    { id: 'b', weight: 1 },
  ];
  expect(giveOut(people, 8).order.join('')).toBe('aaabaaab');
});

test('round robin strays at most one lead, whatever the number of people', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 }), (size, leads) => {
      const people = Array.from({ length: size }, (_, i) => ({ id: `p${i}`, weight: 1 }));
      const { order } = giveOut(people, leads);
      const got = people.map(({ id }) => count(order, id));
      expect(Math.max(...got) - Math.min(...got)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 40 },
  );
});

test('weighted shares stray less than one lead at any moment', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 200 }), (each, leads) => {
      const people = each.map((weight, i) => ({ id: `p${i}`, weight }));
      const total = each.reduce((sum, weight) => sum + weight, 0);
      const { order } = giveOut(people, leads);
      for (const { id, weight } of people) {
        expect(Math.abs(count(order, id) - (leads * weight) / total)).toBeLessThan(1.001);
      }
    }),
    { numRuns: 60 },
  );
});

test('who comes back from leave takes turns as before and is not flooded', () => {
  const people = ['a', 'b', 'c'].map((id) => ({ id, weight: 1 }));
  const { order } = giveOut(people, 60, (lead, id) => id !== 'c' || lead < 6 || lead >= 36);
  const back = order.slice(36);
  expect(['a', 'b', 'c'].map((id) => count(back, id))).toEqual([8, 8, 8]);
});

test('credits add up to nothing, so that nobody is owed what nobody owes', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(weights, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 5 }), (each, leads, gap) => {
      const people = each.map((weight, i) => ({ id: `p${i}`, weight }));
      const { credits } = giveOut(people, leads, (lead, id) => id !== 'p0' || lead % gap !== 0);
      const owed = [...credits.values()];
      expect(owed.reduce((sum, credit) => sum + credit, 0)).toBe(0);
      expect(Math.max(...owed)).toBeLessThan(2 * WHOLE_LEAD);
    }),
    { numRuns: 60 },
  );
});

test('without people there is no turn', () => {
  expect(nextTurn([], new Map())).toBeUndefined();
});
