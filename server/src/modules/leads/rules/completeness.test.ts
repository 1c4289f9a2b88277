import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLeadDemands, judgeCompleteness } from './completeness.ts';

const complete = {
  companyName: '华星科技有限公司',
  industry: '信息技术',
  contactName: '王敏',
  contactTitle: '采购经理',
  phone: '13900000000',
  need: '需要采购50台办公电脑',
  source: 'website',
};

test('a lead with the seven facts is complete', () => {
  expect(judgeCompleteness(complete)).toEqual({ complete: true, missing: [], why: [] });
});

test.each([
  [{ contactTitle: '' }, ['contactTitle']],
  [{ contactTitle: ' 无 ' }, ['contactTitle']],
  [{ phone: null }, ['phoneOrEmail']],
  [{ phone: null, email: 'w@example.cn' }, []],
  [{ phone: '', landline: '0755-8888888' }, []],
  [{ source: null, industry: 'Select' }, ['industry', 'source']],
  [{ need: '——', companyName: 'N/A' }, ['companyName', 'need']],
])('with %o it lacks %o', (change, missing) => {
  const verdict = judgeCompleteness({ ...complete, ...change });
  expect(verdict.missing).toEqual(missing);
  expect(verdict.complete).toBe(missing.length === 0);
  expect(verdict.why.map(({ key }) => key)).toEqual(missing.map((field) => `leads.why.missing.${field}`));
});

test('a person may tick 待补充 on a complete lead', () => {
  expect(judgeCompleteness({ ...complete, markedIncomplete: true })).toMatchObject({ complete: false, missing: [] });
});

test('what an organisation does not ask for is never missing', () => {
  fc.assert(
    fc.property(fc.subarray([...defaultLeadDemands]), (demands) => {
      expect(judgeCompleteness({}, demands).missing).toEqual(demands);
    }),
  );
});
