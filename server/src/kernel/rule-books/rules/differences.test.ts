import type { Rule } from '@dealtrail/protocol/rules';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from './differences.ts';

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  active: true,
  when: { all: [] },
  says: {},
  ...more,
});
const list = (...ids: string[]) => ({ rules: ids.map((id) => rule(id)), settings: {} });
const told = (before: ReturnType<typeof list>, after: ReturnType<typeof list>) =>
  differences(before, after).map((change) => {
    switch (change.what) {
      case 'moved':
        return `${change.rule.id} ${change.from}→${change.to}`;
      case 'changed':
        return `${change.to.id} ${change.parts.join()}`;
      case 'settings':
        return 'settings';
      default:
        return `${change.what} ${change.rule.id} ${change.place}`;
    }
  });

test.each([
  ['nothing', list('a', 'b'), list('a', 'b'), []],
  ['a new rule', list('a', 'b'), list('a', 'n', 'b'), ['added n 2']],
  ['a rule that is gone', list('a', 'b', 'c'), list('a', 'c'), ['removed b 2']],
  ['one that went up', list('a', 'b', 'c', 'd'), list('d', 'a', 'b', 'c'), ['d 4→1']],
  ['one that went down', list('a', 'b', 'c'), list('b', 'c', 'a'), ['a 1→3']],
])('%s is told', (_, before, after, changes) => {
  expect(told(before, after)).toEqual(changes);
});

test('a changed rule tells what of it changed, and equal conditions are equal in whatever order they are kept', () => {
  const before = { rules: [rule('a', { says: { level: 'high', label: 'x' } }), rule('b')], settings: { high: 5 } };
  const same = { rules: [rule('a', { says: { label: 'x', level: 'high' } }), rule('b')], settings: { high: 5 } };
  expect(told(before, same)).toEqual([]);
  const after = { rules: [rule('a', { active: false, says: {} }), rule('b', { name: 'B' })], settings: { high: 4 } };
  expect(told(before, after)).toEqual(['a active,says', 'b name', 'settings']);
});

test('only what is out of order counts as moved, and never all', () => {
  const orders = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'], { minLength: 6 });
  fc.assert(
    fc.property(orders, (order) => {
      const moved = told(list('a', 'b', 'c', 'd', 'e', 'f'), list(...order));
      expect(moved.length).toBeLessThan(6);
      expect(moved.length === 0).toBe(order.join('') === 'abcdef');
    }),
  );
});
