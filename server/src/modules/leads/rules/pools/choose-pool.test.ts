import { expect, test } from 'vitest';
import { choosePool, type PoolPlace } from './choose-pool.ts';
import { defaultPool } from './default-pool.ts';
import { isPoolMember } from './pool-members.ts';

const nothing = defaultPool.conditions;
const east: PoolPlace = {
  id: 'east',
  name: '华东公海',
  active: true,
  isDefault: false,
  conditions: { ...nothing, regions: ['华东'] },
};
const makers: PoolPlace = {
  ...east,
  id: 'makers',
  name: '制造业公海',
  conditions: { ...nothing, industries: ['制造业'] },
};
const pools = [east, makers, defaultPool];

test.each([
  ['华东', '教育', 'east'],
  ['华东', '通用设备制造业', 'east'],
  ['华南', '通用设备制造业', 'makers'],
  ['华南', '教育', defaultPool.id],
  [null, null, defaultPool.id],
])('a lead from %s in %s lies in %s', (region, industry, expected) => {
  expect(choosePool({ region, industry }, pools).poolId).toBe(expected);
});

test('a closed pool takes nothing, the default pool everything else', () => {
  const chosen = choosePool({ region: '华东', industry: null }, [{ ...east, active: false }, defaultPool]);
  expect([chosen.poolId, chosen.why[0]?.key]).toEqual([defaultPool.id, 'leads.why.pool.default']);
});

const person = { memberId: 'm1', departmentIds: ['suzhou', 'east'], roleKeys: ['representative'] };
const nobody = { departmentIds: [], memberIds: [], roleKeys: [] };

test.each([
  ['names nobody', nobody, true],
  ['names the department above', { ...nobody, departmentIds: ['east'] }, true],
  ['names another department', { ...nobody, departmentIds: ['south'] }, false],
  ['names the person', { ...nobody, memberIds: ['m1'], departmentIds: ['south'] }, true],
  ['names the role', { ...nobody, roleKeys: ['representative'] }, true],
  ['names another role', { ...nobody, roleKeys: ['supervisor'] }, false],
])('a pool that %s', (_, membership, expected) => {
  expect(isPoolMember(membership, person)).toBe(expected);
});
