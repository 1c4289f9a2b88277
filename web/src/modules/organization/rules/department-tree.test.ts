import fc from 'fast-check';
import { expect, test } from 'vitest';
import { treeOrder, withBelow } from './department-tree.ts';

const departments = [
  { id: 'e2', name: '华东二组', parentId: 's' },
  { id: 's', name: '销售部', parentId: null },
  { id: 'm', name: '市场部', parentId: null },
  { id: 'e1', name: '华东一组', parentId: 's' },
];

test('each department stands under its parent, brothers as they come', () => {
  const lines = treeOrder(departments).map(({ name, depth }) => `${'·'.repeat(depth)}${name}`);
  expect(lines).toEqual(['销售部', '·华东二组', '·华东一组', '市场部']);
});

test('a department whose parent is out of sight stands at the top', () => {
  expect(treeOrder([{ id: 'a', name: 'A', parentId: 'gone' }])).toMatchObject([{ id: 'a', depth: 0 }]);
});

test('a department cannot move into itself or below itself', () => {
  expect([...withBelow(departments, 's')].sort()).toEqual(['e1', 'e2', 's']);
  expect([...withBelow(departments, 'm')]).toEqual(['m']);
});

test('a tree of any shape is read once and whole', () => {
  const trees = fc.array(fc.nat({ max: 12 }), { maxLength: 12 }).map((parents) =>
    parents.map((parent, index) => ({
      id: `${index}`,
      name: `${index % 3}`,
      // A parent of a smaller number: no circles.
      parentId: index === 0 || parent >= index ? null : `${parent}`,
    })),
  );
  fc.assert(
    fc.property(trees, (flat) => {
      const placed = treeOrder(flat);
      expect(placed.map(({ id }) => id).sort()).toEqual(flat.map(({ id }) => id).sort());
      for (const [at, { parentId, depth }] of placed.entries()) {
        const parent = placed.slice(0, at).find((each) => each.id === parentId);
        expect(depth).toBe(parentId === null ? 0 : (parent?.depth ?? Number.NaN) + 1);
      }
    }),
  );
});
