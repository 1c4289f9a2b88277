import { expect, test } from 'vitest';
import { roleMatrix, rolesInOrder } from './role-matrix.ts';

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

test('within a chapter looking comes before making, making before deciding', () => {
  const grants = { 'leads.reveal': 'own', 'leads.manageRules': 'all', 'leads.create': 'own', 'leads.read': 'own' };
  const [leads] = roleMatrix([{ key: 'a', name: 'A', grants }]);
  expect(leads?.rows.map(({ permission }) => permission)).toEqual([
    'leads.read',
    'leads.create',
    'leads.reveal',
    'leads.manageRules',
  ]);
});

test('shipped roles stand in their own order, others after them', () => {
  const named = (key: string) => ({ key, name: key, grants: {} });
  const order = rolesInOrder(
    [named('own'), named('administrator'), named('supervisor')],
    ['supervisor', 'administrator'],
  );
  expect(order.map(({ key }) => key)).toEqual(['supervisor', 'administrator', 'own']);
});
