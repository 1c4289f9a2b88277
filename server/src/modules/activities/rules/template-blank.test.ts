import { describe, expect, test } from 'vitest';
import { shippedTemplates } from './shipped-templates.ts';
import { unfilledIn } from './template-blank.ts';
import { judgeFollowUp } from './vague-record.ts';

describe('a template must be filled in', () => {
  test.each([
    ['【客户反馈】', '【客户反馈】'],
    ['客户预算【预算】，要三天内给参数', '【预算】'],
    ['客户预算10万，要 12 台，【时间】采购', '【时间】'],
    ['【客户反馈】。', '【客户反馈】'],
    ['给{称呼}发报价单', '{称呼}'],
    ['Budget 【budget】, wants the offer in June', '【budget】'],
  ])('%s', (text, left) => expect(unfilledIn(text)).toBe(left));

  test.each(['客户预算10万内，要三天内给参数', '【会议纪要】客户要求三天内给参数\n【结论】先试用两台', '', null])(
    '%s is filled',
    (text) => expect(unfilledIn(text)).toBeUndefined(),
  );

  test.each(Object.values(shippedTemplates).flat())('$name as it ships is refused with what to fill', (template) => {
    const verdict = judgeFollowUp({ ...template, outcome: 'reached', nextStepOn: '2026-03-20' });
    expect(verdict).toMatchObject({ ok: false, missing: ['content', 'feedback', 'next_step'] });
    expect(verdict.ok ? [] : verdict.why.map(({ key }) => key)).toEqual(
      Array.from({ length: 3 }, () => 'activities.why.template_unfilled'),
    );
  });

  test('both languages ship the same texts', () => {
    const keys = (list: readonly { key: string; method: string }[]) => list.map(({ key, method }) => [key, method]);
    expect(keys(shippedTemplates.zh)).toEqual(keys(shippedTemplates.en));
  });
});
