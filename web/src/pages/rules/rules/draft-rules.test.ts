import type { Rule } from '@dealtrail/protocol/rules';
import { expect, test } from 'vitest';
import { putAt, textIn, unreachable, withNew } from './draft-rules.ts';

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({
  id,
  name: id,
  active: true,
  when: { field: 'need', op: 'isEmpty' },
  says: {},
  ...more,
});
const rest = rule('rest', { when: { all: [] } });
const ids = (rules: readonly Rule[]) => rules.map(({ id }) => id).join('');
const same = () => '';

test('a rule goes to the place of another, and nowhere beyond the list', () => {
  const rules = [rule('a'), rule('b'), rule('c')];
  expect([putAt(rules, 'c', 0), putAt(rules, 'a', 1), putAt(rules, 'a', 3), putAt(rules, 'x', 1)].map(ids)).toEqual([
    'cab',
    'bac',
    'abc',
    'abc',
  ]);
});

test('a new rule stands before the one that fits everything', () => {
  expect(ids(withNew([rule('a'), rest], rule('n')))).toBe('anrest');
  expect(ids(withNew([rule('a')], rule('n')))).toBe('an');
});

test('a rule behind one that fits everything is never asked, unless that one is off or answers another question', () => {
  const question = ({ says }: Rule) => textIn(says, 'question');
  expect([...unreachable([rest, rule('a')], same)]).toEqual(['a']);
  expect([...unreachable([{ ...rest, active: false }, rule('a')], same)]).toEqual([]);
  expect([...unreachable([{ ...rest, says: { question: 'need' } }, rule('a')], question)]).toEqual([]);
});
