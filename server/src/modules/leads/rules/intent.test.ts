import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultIntentRules } from './default-intent.ts';
import { IntentRules, judgeIntent } from './intent.ts';

const website = { key: 'website', name: '官网注册' };
const exhibition = { key: 'exhibition', name: '展会咨询' };
const referral = { key: 'referral', name: '转介绍' };

const judge = (need: string | null, source?: { key: string; name: string }) =>
  judgeIntent({ need, ...(source ? { source } : {}) }, defaultIntentRules);

describe('the initial tag from source and need', () => {
  test.each([
    ['需要采购50台办公电脑', website, '高意向-采购决策'],
    ['需采购办公自动化系统', undefined, '高意向-采购决策'],
    ['想要 30 套会议设备', exhibition, '高意向-采购决策'],
    ['预算20万以内，年底前完成', undefined, '高意向-采购决策'],
    ['计划招标 MES 项目', exhibition, '高意向-采购决策'],
    ['总经理要求本月确定供应商', website, '高意向-决策层'],
    ['公司已立项，老板亲自看演示', undefined, '高意向-决策层'],
    ['请给一份报价', website, '高意向-采购决策'],
    ['请给一份报价', exhibition, '中意向-信息收集'],
    ['想了解产品功能和案例', website, '中意向-信息收集'],
    ['希望安排一次产品演示', exhibition, '中意向-信息收集'],
    ['', website, '中意向-信息收集'],
    [null, referral, '中意向-信息收集'],
    ['', exhibition, '低意向-潜在需求'],
    ['留了名片', exhibition, '低意向-潜在需求'],
    ['暂不需要，以后再说', website, '低意向-潜在需求'],
    ['目前没有预算，先看看', referral, '低意向-潜在需求'],
    ['', undefined, '低意向-潜在需求'],
    ['We want to purchase 40 units this quarter', undefined, '高意向-采购决策'],
    ['Our general manager asked for a visit', undefined, '高意向-决策层'],
    ['Looking for information about your product', website, '中意向-信息收集'],
    ['Just browsing', website, '低意向-潜在需求'],
    ['今年不采购，只想了解参数', website, '中意向-信息收集'],
    ['We are not looking to buy, please send a brochure', exhibition, '中意向-信息收集'],
    ['borderline attendance', exhibition, '低意向-潜在需求'],
  ])('%s is %s', (need, source, label) => {
    expect(judge(need, source).label.zh).toBe(label);
  });
});

test('the reason names the source and the very words of the need', () => {
  expect(judge('需要采购50台办公电脑', website).why).toEqual([
    { key: 'leads.why.intent.source_and_word', params: { source: '官网注册', word: '采购' } },
  ]);
  expect(judge('急需 50 台电脑').why).toEqual([{ key: 'leads.why.intent.word', params: { word: '急需' } }]);
  expect(judge('', exhibition).why[0]?.key).toBe('leads.why.intent.nothing_told');
});

test('rules without a last word for everything are refused', () => {
  const rule = { key: 'only', words: ['采购'], level: 'high', label: { zh: '高', en: 'High' } };
  expect(IntentRules.safeParse([rule]).success).toBe(false);
});

test('every need gets a level and a reason', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (need) => {
      expect(judge(need).why).toHaveLength(1);
    }),
  );
});

test.each(['不采购', '没有采购计划', '不打算购买', '无需购置', 'not buying', 'no order', "don't want to purchase"])(
  'a denied purchase (%s) is never a high intent',
  (need) => {
    expect(judge(need, website).level).not.toBe('high');
  },
);
