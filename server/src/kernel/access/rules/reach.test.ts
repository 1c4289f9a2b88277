import { describe, expect, test } from 'vitest';
import { isWithin, type Owned, reachOf, type Standing, type StoodFor } from './reach.ts';

const me = 'me';
const record: Owned = { id: 'r', ownerId: 'other', departmentId: 'd' };

function standing(part: Partial<Standing>): Standing {
  return {
    memberId: me,
    permissions: new Map(),
    teamDepartmentIds: [],
    treeDepartmentIds: [],
    shares: new Map(),
    ...part,
  };
}

/** Somebody away whose deputy the member is; the owner of the record unless told otherwise. */
const away = (part: Partial<StoodFor>): StoodFor => ({
  memberId: 'other',
  name: '',
  permissions: new Map(),
  teamDepartmentIds: [],
  treeDepartmentIds: [],
  ...part,
});

const cases: [string, string, Partial<Standing>, Owned, boolean][] = [
  ['no permission reaches nothing, not even what is owned', 'x.read', {}, { ...record, ownerId: me }, false],
  [
    'all reaches what nobody owns',
    'x.read',
    { permissions: new Map([['x.read', 'all']]) },
    { ...record, ownerId: null, departmentId: null },
    true,
  ],
  ['own reaches the own', 'x.read', { permissions: new Map([['x.read', 'own']]) }, { ...record, ownerId: me }, true],
  [
    'own does not reach the team',
    'x.read',
    { permissions: new Map([['x.read', 'own']]), teamDepartmentIds: ['d'] },
    record,
    false,
  ],
  [
    'team reaches the department',
    'x.read',
    { permissions: new Map([['x.read', 'team']]), teamDepartmentIds: ['d'] },
    record,
    true,
  ],
  [
    'team does not reach the departments below',
    'x.read',
    { permissions: new Map([['x.read', 'team']]), treeDepartmentIds: ['d'] },
    record,
    false,
  ],
  [
    'tree reaches the departments below',
    'x.read',
    { permissions: new Map([['x.read', 'tree']]), treeDepartmentIds: ['d'] },
    record,
    true,
  ],
  [
    "a record without a department is in nobody's tree",
    'x.read',
    { permissions: new Map([['x.read', 'tree']]), treeDepartmentIds: ['d'] },
    { ...record, departmentId: null },
    false,
  ],
  [
    'shared to read is read',
    'x.read',
    { permissions: new Map([['x.read', 'own']]), shares: new Map([['r', 'read']]) },
    record,
    true,
  ],
  [
    'shared to read is not changed',
    'x.update',
    { permissions: new Map([['x.update', 'own']]), shares: new Map([['r', 'read']]) },
    record,
    false,
  ],
  [
    'shared to read is not revealed',
    'x.reveal',
    { permissions: new Map([['x.reveal', 'own']]), shares: new Map([['r', 'read']]) },
    record,
    false,
  ],
  [
    'shared to write is changed',
    'x.update',
    { permissions: new Map([['x.update', 'own']]), shares: new Map([['r', 'write']]) },
    record,
    true,
  ],
  [
    'shared to write is not given away',
    'x.assign',
    { permissions: new Map([['x.assign', 'own']]), shares: new Map([['r', 'write']]) },
    record,
    false,
  ],
  [
    'shared to write is not deleted',
    'x.delete',
    { permissions: new Map([['x.delete', 'own']]), shares: new Map([['r', 'write']]) },
    record,
    false,
  ],
  [
    'a deputy reaches what somebody away owns',
    'x.followUp',
    {
      permissions: new Map([['x.followUp', 'own']]),
      standsFor: [away({ permissions: new Map([['x.followUp', 'own']]) })],
    },
    record,
    true,
  ],
  [
    'a deputy does not do what the one away may not',
    'x.update',
    { permissions: new Map([['x.update', 'own']]), standsFor: [away({ permissions: new Map([['x.read', 'own']]) })] },
    record,
    false,
  ],
  [
    'standing in gives no permission of its own',
    'x.read',
    { standsFor: [away({ permissions: new Map([['x.read', 'own']]) })] },
    record,
    false,
  ],
  [
    'a deputy gives nothing away',
    'x.assign',
    { permissions: new Map([['x.assign', 'own']]), standsFor: [away({ permissions: new Map([['x.assign', 'all']]) })] },
    record,
    false,
  ],
  [
    'the deputy of a supervisor reaches the departments below',
    'x.read',
    {
      permissions: new Map([['x.read', 'own']]),
      standsFor: [away({ memberId: 'boss', permissions: new Map([['x.read', 'tree']]), treeDepartmentIds: ['d'] })],
    },
    record,
    true,
  ],
  [
    'the deputy of who reaches everything does not reach everything',
    'x.read',
    {
      permissions: new Map([['x.read', 'own']]),
      standsFor: [away({ memberId: 'boss', permissions: new Map([['x.read', 'all']]) })],
    },
    record,
    false,
  ],
  ['a share gives no permission of its own', 'x.read', { shares: new Map([['r', 'write']]) }, record, false],
];

describe('a permission', () => {
  test.each(cases)('%s', (_, permission, part, owned, expected) => {
    expect(isWithin(reachOf(standing(part), permission), owned)).toBe(expected);
  });
});
