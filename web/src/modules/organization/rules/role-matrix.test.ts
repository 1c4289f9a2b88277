import type { PermissionFacts } from '@dealtrail/protocol/organization';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellScope, changedGrants, matrixRows, scopesOf, withScope } from './role-matrix.ts';

const fact = (permission: string, group: PermissionFacts['group'], scoped = true): PermissionFacts => ({
  permission,
  object: permission.split('.')[0] ?? '',
  group,
  scoped,
  label: { zh: permission, en: permission },
});

const permissions = [
  fact('audit.read', 'read', false),
  fact('leads.create', 'write'),
  fact('leads.read', 'read'),
  fact('leads.update', 'write'),
  fact('leads.manageRules', 'special', false),
];

test('each object is a row, its permissions stand under their kind of verb', () => {
  const [leads, audit, zoo] = matrixRows(permissions, ['leads', 'audit', 'zoo']);
  expect(leads?.permissions.map(({ permission }) => permission)).toEqual([
    'leads.read',
    'leads.create',
    'leads.update',
    'leads.manageRules',
  ]);
  expect(leads?.cells.write).toHaveLength(2);
  expect([audit?.permissions.length, zoo?.permissions.length]).toEqual([1, 0]);
});

const writing = permissions.filter(({ group }) => group === 'write');

test.each([
  [{}, 'none'],
  [{ 'leads.create': 'own', 'leads.update': 'own' }, 'own'],
  [{ 'leads.create': 'own' }, 'mixed'],
  [{ 'leads.create': 'own', 'leads.update': 'all' }, 'mixed'],
])('with %j writing reaches %s', (grants, scope) => {
  expect(cellScope(writing, grants)).toBe(scope);
});

test('what knows no parts is granted whole or not at all', () => {
  const [audit] = permissions;
  expect(scopesOf([audit!])).toEqual(['none', 'all']);
  expect(withScope({}, [audit!], 'own')).toEqual({ 'audit.read': 'all' });
});

test('a cell reads what was written into it, and nothing else changes', () => {
  const scope = fc.constantFrom('none', 'own', 'team', 'tree', 'all');
  const grants = fc.dictionary(
    fc.constantFrom(...permissions.map((each) => each.permission)),
    fc.constantFrom('own', 'all'),
  );
  fc.assert(
    fc.property(grants, scope, (before, chosen) => {
      const after = withScope(before, writing, chosen);
      expect(cellScope(writing, after)).toBe(chosen);
      expect(changedGrants(before, after).every((each) => writing.some(({ permission }) => permission === each))).toBe(
        true,
      );
    }),
  );
});
