import type { View } from '@dealtrail/protocol/views';
import { expect, test } from 'vitest';
import { keptShape, NOTHING, shapeOf } from './look.ts';

const region = { field: 'region', op: 'eq', value: '华东' } as const;
const grade = { field: 'grade', op: 'eq', value: 'A' } as const;
const view: View = {
  id: 'v1',
  list: 'leads.list',
  name: '华东',
  ownerId: 'm1',
  ownerName: '周予安',
  sharing: 'private',
  departmentIds: [],
  shape: { filter: JSON.stringify(region), sort: '-priorityRank', columns: null, group: null, density: null },
  lost: [],
  hidden: false,
  isDefault: false,
  version: 1,
  abilities: { update: true, remove: true },
};

test('a view stands as it was kept until something of it is changed', () => {
  const shape = shapeOf(view, {}, {}, '-createdAt');
  expect(shape).toMatchObject({ filter: region, sort: '-priorityRank', columns: null, changed: false });
  expect(keptShape(shape)).toEqual(view.shape);
});

test.each([
  ['another filter', { filter: JSON.stringify(grade) }, {}, { filter: grade }],
  ['no filter', { filter: NOTHING }, {}, { filter: undefined }],
  ['another order', { sort: 'createdAt' }, {}, { sort: 'createdAt' }],
  ['groups', { group: 'priority' }, {}, { group: 'priority' }],
  ['columns', {}, { columns: [{ key: 'state', width: 90 }] }, { columns: [{ key: 'state', width: 90 }] }],
  ['row height', {}, { density: 'dense' as const }, { density: 'dense' }],
])('%s changes the view', (_, asked, draft, seen) => {
  expect(shapeOf(view, asked, draft, '-createdAt')).toMatchObject({ ...seen, changed: true });
});

test('what is the same in the address is no change', () => {
  const asked = { filter: JSON.stringify(region), sort: '-priorityRank', group: NOTHING };
  expect(shapeOf(view, asked, {}, '-createdAt').changed).toBe(false);
});

test('without a view the address alone speaks', () => {
  expect(shapeOf(undefined, { filter: JSON.stringify(region) }, {}, '-createdAt')).toMatchObject({
    filter: region,
    sort: '-createdAt',
  });
});

test('lost conditions and a lost order do not work, the others do', () => {
  const filter = JSON.stringify({ all: [region, { not: grade }] });
  const lost = { ...view, shape: { ...view.shape, filter, sort: 'grade' }, lost: ['grade'] };
  expect(shapeOf(lost, {}, {}, '-createdAt')).toMatchObject({
    filter: { all: [region] },
    sort: '-createdAt',
    changed: false,
  });
});
