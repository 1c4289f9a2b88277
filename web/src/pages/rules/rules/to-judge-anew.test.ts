import { expect, test } from 'vitest';
import { toJudgeAnew } from './to-judge-anew.ts';

const change = (from: string, to: string) => ({ ruleId: null, from, to, count: 1, examples: [] });
const open = { not: { field: 'state', op: 'in', value: ['won', 'qualified', 'invalid'] } };
const since = { field: 'createdAt', op: 'gte', value: '2025-03-18' };

test('judged anew is what stands otherwise, is open and was decided by nobody', () => {
  const changes = [change('high', 'low'), change('high', 'medium'), change('medium', 'low')];
  expect(toJudgeAnew('leads.intent', { changes, sinceOn: '2025-03-18' })).toEqual({
    all: [
      open,
      since,
      { field: 'intentOverridden', op: 'eq', value: false },
      { field: 'intent', op: 'in', value: ['high', 'medium'] },
    ],
  });
});

test('of completeness, what stands as complete or as incomplete', () => {
  const changes = [change('complete', 'incomplete')];
  expect(toJudgeAnew('leads.completeness', { changes, sinceOn: '2025-03-18' })).toEqual({
    all: [open, since, { any: [{ field: 'complete', op: 'eq', value: true }] }],
  });
});
