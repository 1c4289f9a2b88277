import { expect, test } from 'vitest';
import { isDoubtful, Tally } from './tally.ts';

const lead = (id: string, verdict: string, kept = false) => ({
  id,
  number: `XS${id}`,
  title: id,
  verdict,
  kept,
});

test('a trial counts hits and changes by rule and verdict, and leaves what a person decided', () => {
  const tally = new Tally();
  tally.note(lead('1', 'medium'), ['buy'], 'high');
  tally.note(lead('2', 'medium'), ['buy'], 'high');
  tally.note(lead('3', 'high'), ['buy'], 'high');
  tally.note(lead('4', 'low', true), ['buy'], 'high');
  tally.note(lead('5', 'low'), ['rest'], 'medium');
  expect(tally.told(['buy', 'rest', 'never'])).toMatchObject({
    checked: 5,
    hits: [
      { ruleId: 'buy', count: 4 },
      { ruleId: 'rest', count: 1 },
      { ruleId: 'never', count: 0 },
    ],
    changing: 3,
    kept: 1,
    changes: [
      { ruleId: 'buy', from: 'medium', to: 'high', count: 2, examples: [{ id: '1' }, { id: '2' }] },
      { ruleId: 'rest', from: 'low', to: 'medium', count: 1 },
    ],
  });
});

test.each([
  [{ hits: 30, overridden: 10 }, true],
  [{ hits: 34, overridden: 10 }, false],
  [{ hits: 9, overridden: 9 }, false],
  [{ hits: 100, overridden: 30 }, true],
])('%o is doubtful: %s', (count, doubtful) => {
  expect(isDoubtful(count)).toBe(doubtful);
});
