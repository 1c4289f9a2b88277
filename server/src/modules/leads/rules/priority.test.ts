import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultCustomerProfile } from './default-profile.ts';
import { judgePriority, type PriorityFacts } from './priority.ts';

const judge = (facts: PriorityFacts) => judgePriority(facts, defaultCustomerProfile);
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

test('each of the three questions gives its reason', () => {
  expect(judge({ industry: '制造业', budgetMinor: 100, currency: 'SEK' }).why.map(({ key }) => key)).toEqual([
    'leads.why.priority.industry_core',
    'leads.why.priority.need_unknown',
    'leads.why.priority.budget_currency_unlisted',
  ]);
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
