import { expect, test } from 'vitest';
import { roleMatrix } from './role-matrix.ts';

const roles = [
  { key: 'representative', name: '销售代表', grants: { 'leads.read': 'own', 'customers.read': 'own' } },
  {
    key: 'administrator',
    name: '管理员',
    grants: { 'organization.manage': 'all', 'leads.read': 'all', 'zoo.feed': 'all' },
  },
];

test('the matrix is read as the sale runs, one column a role', () => {
  expect(roleMatrix(roles)).toEqual([
    { chapter: 'leads', rows: [{ permission: 'leads.read', scopes: ['own', 'all'] }] },
    { chapter: 'customers', rows: [{ permission: 'customers.read', scopes: ['own', null] }] },
    { chapter: 'organization', rows: [{ permission: 'organization.manage', scopes: [null, 'all'] }] },
    { chapter: 'zoo', rows: [{ permission: 'zoo.feed', scopes: [null, 'all'] }] },
  ]);
});

test('without roles there is no matrix', () => {
  expect(roleMatrix([])).toEqual([]);
});
