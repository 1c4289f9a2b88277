import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AssignmentRule, askedConditions, moved, unreachable, written } from './rule-order.ts';

const none = { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] };
const rule = (id: string, change: Partial<AssignmentRule> = {}): AssignmentRule => ({
  id,
  name: id,
  position: 1,
  active: true,
  conditions: { ...none, regions: ['华东'] },
  departmentIds: [],
  memberIds: [],
  supervisorFirst: false,
  skills: [],
  strategy: 'load',
  weights: {},
  atWorkOnly: false,
  version: 1,
  ...change,
});

test('a rule moves by one place and stops at the ends', () => {
  const ids = (rules: readonly { readonly id: string }[]) => rules.map(({ id }) => id).join('');
  const rules = [rule('a'), rule('b'), rule('c')];
  expect(ids(moved(rules, 'b', -1))).toBe('bac');
  expect(ids(moved(rules, 'b', 1))).toBe('acb');
  expect(ids(moved(rules, 'a', -1))).toBe('abc');
  expect(ids(moved(rules, 'c', 1))).toBe('abc');
  expect(ids(moved(rules, 'x', 1))).toBe('abc');
});

test('moving there and back changes nothing', () => {
  const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 2 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(ids, fc.nat(), (names, seed) => {
      const rules = names.map((id) => rule(id));
      const id = names[seed % (names.length - 1)]!;
      expect(moved(moved(rules, id, 1), id, -1)).toEqual(rules);
    }),
  );
});

test('a rule without conditions fits every lead, so that later ones are never reached', () => {
  const all = rule('all', { conditions: none });
  expect(askedConditions(all)).toEqual([]);
  expect([...unreachable([rule('a'), all, rule('b'), rule('c', { active: false })])]).toEqual(['b']);
  expect([...unreachable([rule('a'), rule('all', { conditions: none, active: false }), rule('b')])]).toEqual([]);
});

test('place and version are not sent: the order of the list is the place', () => {
  expect(written(rule('a'))).not.toHaveProperty('position');
  expect(written(rule('a'))).not.toHaveProperty('version');
});
