import { expect, test } from 'vitest';
import { house } from '../../../house.ts';
import { newGrantsOf, shippedPermissions } from './new-permissions.ts';
import { shippedRoleOf } from './shipped-roles.ts';

const old = shippedPermissions.filter((permission) => !['views.share', 'leads.export'].includes(permission));

const cases: [string, string, Record<string, string>, readonly string[], Record<string, string>][] = [
  [
    'a supervisor gets what is new, as far as it ships',
    'supervisor',
    {},
    old,
    { 'views.share': 'tree', 'leads.export': 'tree' },
  ],
  ['a representative ships without it', 'representative', {}, old, {}],
  ['what was taken away before stays away', 'supervisor', {}, shippedPermissions, {}],
  [
    'what was given meanwhile stays as it was given',
    'marketing',
    { 'views.share': 'own' },
    old,
    { 'leads.export': 'all' },
  ],
  ['a role of the own making gets nothing', 'own_0123', {}, [], {}],
];

test.each(cases)('%s', (_, key, grants, known, given) => {
  expect(newGrantsOf({ key, grants }, known)).toEqual(given);
});

test('a role that knew nothing gets all it ships with', () => {
  expect(newGrantsOf({ key: 'finance', grants: {} }, [])).toEqual(shippedRoleOf('finance')?.grants);
});

test('every permission a chapter declares ships with a role, so that an upgrade can tell what is new', () => {
  const declared = new Set(house.flatMap(({ permissions }) => permissions ?? []));
  expect(shippedPermissions).toEqual([...declared].toSorted());
});
