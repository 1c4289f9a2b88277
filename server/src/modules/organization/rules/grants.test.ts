import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { beyondOwn, type Giver, type GrantMap, joinedGrants, narrowedBy, widenedBy } from './grants.ts';

const giver = (permissions: Record<string, 'own' | 'team' | 'tree' | 'all'>, more: Partial<Giver> = {}): Giver => ({
  permissions: new Map(Object.entries(permissions)),
  held: new Set(['leads.read', 'leads.assign']),
  beyond: false,
  ...more,
});

test.each([
  ['a wider scope than one holds', { 'leads.read': 'tree' }, {}, { 'leads.read': 'all' }, ['leads.read']],
  ['as far as one holds', { 'leads.read': 'tree' }, {}, { 'leads.read': 'tree' }, []],
  ['what was given before', {}, { 'leads.read': 'all' }, { 'leads.read': 'all' }, []],
  ['less than before', {}, { 'leads.read': 'all' }, { 'leads.read': 'own' }, []],
  ['what one does not hold', { 'leads.read': 'all' }, {}, { 'leads.assign': 'own' }, ['leads.assign']],
  ['what nobody holds yet', {}, {}, { 'quotes.read': 'all' }, []],
] as const)('giving %s', (_, own, before, after, refused) => {
  expect(beyondOwn(giver(own), before, after)).toEqual(refused);
});

test('who decides rights of others may give what they do not hold', () => {
  expect(beyondOwn(giver({}, { beyond: true }), {}, { 'leads.read': 'all' })).toEqual([]);
});

const grants: fc.Arbitrary<GrantMap> = fc.dictionary(
  fc.constantFrom('a.read', 'b.read', 'c.update'),
  fc.constantFrom('own', 'team', 'tree', 'all'),
);

test('nothing is widened and narrowed at once, and a join is never narrower than its parts', () => {
  fc.assert(
    fc.property(grants, grants, (before, after) => {
      const [wider, narrower] = [widenedBy(before, after), narrowedBy(before, after)];
      expect(wider.filter((permission) => narrower.includes(permission))).toEqual([]);
      const joined = joinedGrants([before, after]);
      expect([...narrowedBy(before, joined), ...narrowedBy(after, joined)]).toEqual([]);
    }),
  );
});
