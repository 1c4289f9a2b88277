import { FollowUpOutcome, QualityReason } from '@dealtrail/protocol/activities';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowUpToScore, lostBy, scoreFollowUp } from './quality.ts';

const full: FollowUpToScore = {
  outcome: 'reached',
  content: '客户确认预算10万内，要三天内给参数',
  feedback: '对参数满意，要对比竞品',
  nextStep: '发送竞品对比报告',
  nextStepOn: '2026-03-20',
  enteredLate: false,
  ends: false,
};
const attempt: FollowUpToScore = { ...full, outcome: 'no_answer', content: null, feedback: null, nextStep: null };

describe('the quality of a follow-up', () => {
  test.each<[string, Partial<FollowUpToScore>, number, QualityReason[]]>([
    ['tells everything', {}, 100, []],
    ['was entered late', { enteredLate: true }, 85, ['entered_late']],
    ['is short', { content: '预算10万，要样机' }, 90, ['content_short']],
    ['says nothing', { content: '已沟通' }, 65, ['content_vague']],
    ['lacks feedback', { feedback: ' 。' }, 75, ['feedback_missing']],
    ['has vague feedback', { feedback: '客户考虑中' }, 80, ['feedback_vague']],
    ['lacks a next step', { nextStep: null, nextStepOn: null }, 65, ['next_step_missing', 'next_step_date_missing']],
    ['has a vague next step', { nextStep: '再联系' }, 85, ['next_step_vague']],
    ['ends the record', { nextStep: null, nextStepOn: null, ends: true }, 100, []],
    ['left a blank', { feedback: '对参数满意，要对比【竞品】' }, 80, ['template_unfilled']],
    [
      'is empty and late',
      { content: null, feedback: null, nextStep: null, nextStepOn: null, enteredLate: true },
      0,
      ['content_missing', 'feedback_missing', 'next_step_missing', 'next_step_date_missing', 'entered_late'],
    ],
  ])('%s', (_, part, score, reasons) => expect(scoreFollowUp({ ...full, ...part })).toEqual({ score, reasons }));

  test.each<[string, Partial<FollowUpToScore>, number]>([
    ['an attempt with the day of the next try', {}, 100],
    ['an attempt without one', { nextStepOn: null }, 85],
    ['a wrong number', { outcome: 'wrong_number', nextStepOn: null }, 100],
    ['an attempt entered late', { enteredLate: true }, 85],
  ])('%s', (_, part, score) => expect(scoreFollowUp({ ...attempt, ...part }).score).toBe(score));

  test('a score is 100 less what its reasons cost, never below 0, each reason once', () => {
    const text = fc.option(fc.constantFrom('', '已沟通', full.content, '【预算】', '要 12 台'), { nil: null });
    const record = fc.record({
      outcome: fc.constantFrom(...FollowUpOutcome.options),
      content: text,
      feedback: text,
      nextStep: text,
      nextStepOn: fc.constantFrom(null, '2026-03-20'),
      enteredLate: fc.boolean(),
      ends: fc.boolean(),
    });
    fc.assert(
      fc.property(record, (one) => {
        const { score, reasons } = scoreFollowUp(one);
        const lost = reasons.reduce((sum, reason) => sum + lostBy[reason], 0);
        return score === Math.max(0, 100 - lost) && new Set(reasons).size === reasons.length;
      }),
    );
    expect(Object.keys(lostBy).toSorted()).toEqual([...QualityReason.options].toSorted());
  });
});
