import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeBy, ruleContext } from '../../../kernel/rule-books/index.ts';
import { defaultProfileRules, defaultProfileSettings } from '../rules/default-profile.ts';
import { priorityOf, unanswered } from '../rules/priority.ts';
import { type LeadSubject, rowOfLead } from '../rules/subject.ts';
import { priorityBook } from './books.ts';

const context = ruleContext({ now: new Date('2026-03-18T02:12:00Z'), today: '2026-03-18', zone: 'Asia/Shanghai' });
const judges = judgeBy(priorityBook, defaultProfileRules, context);

const judge = (facts: Omit<LeadSubject, 'listedSource'>) => {
  const says = judges(rowOfLead({ ...facts, listedSource: null })).map(({ rule }) => rule.says);
  const points = says.reduce((sum, one) => sum + one.points, 0);
  return { points, priority: priorityOf(says, defaultProfileSettings), silent: unanswered(says) };
};
const wan = 1_000_000;

test.each([
  [{ industry: '通用设备制造业', need: '需要采购50台办公电脑', budgetMinor: 30 * wan, currency: 'CNY' }, 6, 'high'],
  [{ industry: '信息技术', need: '需要采购50台办公电脑', budgetMinor: 10 * wan, currency: 'CNY' }, 5, 'high'],
  [{ industry: '信息技术', need: '需要采购50台办公电脑' }, 4, 'medium'],
  [{ industry: '教育培训', need: '想改善教学管理', budgetMinor: 6 * wan, currency: 'CNY' }, 3, 'medium'],
  [{ industry: '教育培训', need: '想改善教学管理' }, 2, 'low'],
  [{ industry: '农业', need: '看看', budgetMinor: wan, currency: 'CNY' }, 0, 'low'],
  [{}, 0, 'low'],
  [{ industry: '无', need: '待补充' }, 0, 'low'],
  [{ industry: 'IT services', need: 'Replace 40 units by June', budgetMinor: 3_000_000, currency: 'USD' }, 6, 'high'],
  [{ industry: 'Fruit market', need: '想改善管理', budgetMinor: 20 * wan }, 3, 'medium'],
])('%o makes %i points: %s', (facts, points, priority) => {
  expect(judge(facts)).toMatchObject({ points, priority });
});

test('a question no rule answers gives no points, and is named', () => {
  expect(judge({ industry: '制造业', budgetMinor: 100, currency: 'SEK' }).silent).toEqual(['need', 'budget']);
});

test('a larger budget never lowers the priority', () => {
  const budgets = fc.tuple(fc.nat(90 * wan), fc.nat(90 * wan));
  fc.assert(
    fc.property(budgets, fc.constantFrom('制造业', '教育', '农业', null), ([one, more], industry) => {
      const facts = { industry, need: '需要一套系统', currency: 'CNY' };
      const small = judge({ ...facts, budgetMinor: Math.min(one, more) });
      const large = judge({ ...facts, budgetMinor: Math.max(one, more) });
      expect(large.points).toBeGreaterThanOrEqual(small.points);
    }),
  );
});
