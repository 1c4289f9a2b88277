import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AwayWith, heardAbove } from './chain.ts';

const person = (id: string) => ({ id });
const chain = ['lead', 'head', 'chief'].map(person);
const away = (facts: Record<string, string | null>): AwayWith<{ id: string }> =>
  new Map(Object.entries(facts).map(([id, deputy]) => [id, deputy === null ? null : person(deputy)]));

test.each<[string, number, Record<string, string | null>, string[]]>([
  ['the first step goes to the nearest', 1, {}, ['lead']],
  ['the second to who is above them', 2, {}, ['head']],
  ['the third to the top', 3, {}, ['chief']],
  ['what would go further stays at the top', 4, {}, ['chief']],
  ['who is away is passed over', 1, { lead: null }, ['head']],
  ['and the step after goes one further', 2, { lead: null }, ['chief']],
  ['who is away with a deputy hears with them', 1, { lead: 'stand-in' }, ['lead', 'stand-in']],
  ['the owner is nobody’s deputy for their own clock', 1, { lead: 'owner' }, ['head']],
  ['the top away, the highest who is there', 3, { chief: null }, ['head']],
  ['everybody away', 1, { lead: null, head: null, chief: null }, []],
])('%s', (_, step, facts, heard) => {
  expect(heardAbove(chain, away(facts), { step, ownerId: 'owner' }).map(({ id }) => id)).toEqual(heard);
});

test('nobody away without a deputy ever hears, and somebody does while anybody is there', () => {
  fc.assert(
    fc.property(fc.subarray(['lead', 'head', 'chief']), fc.integer({ min: 1, max: 5 }), (gone, step) => {
      const heard = heardAbove(chain, away(Object.fromEntries(gone.map((id) => [id, null]))), { step, ownerId: 'o' });
      expect(heard.some(({ id }) => gone.includes(id))).toBe(false);
      expect(heard.length > 0).toBe(gone.length < chain.length);
    }),
  );
});
