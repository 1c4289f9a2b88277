import { expect, test } from 'vitest';
import { permissionName, unknownGrants } from './permission-catalogue.ts';

test.each([
  ['leads.read', 'read', true],
  ['leads.followUp', 'write', true],
  ['customers.reveal', 'reveal', true],
  ['quotes.export', 'export', true],
  ['quotes.exportPrices', 'export', true],
  ['leads.assign', 'special', true],
  ['leads.manageRules', 'special', false],
  ['organization.manage', 'special', false],
  ['audit.read', 'read', false],
])('%s stands under %s, for a part: %s', (permission, group, scoped) => {
  expect(permissionName(permission)).toMatchObject({ group, scoped, object: permission.split('.')[0] });
});

test('what no chapter declares, or not for a part, cannot be given', () => {
  const declared = new Set(['leads.read', 'audit.read']);
  const grants = { 'leads.read': 'own', 'audit.read': 'team', 'quotes.read': 'all' };
  expect(unknownGrants({}, grants, declared)).toEqual(['audit.read', 'quotes.read']);
  expect(unknownGrants({}, { 'leads.read': 'tree', 'audit.read': 'all' }, declared)).toEqual([]);
  expect(unknownGrants({ 'quotes.read': 'all' }, { 'quotes.read': 'all' }, declared)).toEqual([]);
});
