import { expect, test } from 'vitest';
import { mayShare, type Sharer, type Sharing } from './may-share.ts';

const sharer = (scope: Sharer['scope']): Sharer => ({
  scope,
  teamDepartmentIds: ['north'],
  treeDepartmentIds: ['north', 'north-one'],
});
const departments = (...departmentIds: string[]): Sharing => ({ sharing: 'departments', departmentIds });
const everyone: Sharing = { sharing: 'everyone', departmentIds: [] };
const nobody: Sharing = { sharing: 'private', departmentIds: [] };

test.each<[Sharer['scope'], Sharing, boolean]>([
  [undefined, nobody, true],
  [undefined, departments('north'), false],
  [undefined, everyone, false],
  ['own', departments('north'), false],
  ['team', departments('north'), true],
  ['team', departments('north', 'north-one'), false],
  ['tree', departments('north', 'north-one'), true],
  ['tree', departments('south'), false],
  ['tree', departments(), false],
  ['tree', everyone, false],
  ['all', departments('south'), true],
  ['all', everyone, true],
])('with the scope %s sharing %j is allowed: %s', (scope, wanted, allowed) => {
  expect(mayShare(sharer(scope), wanted)).toBe(allowed);
});
