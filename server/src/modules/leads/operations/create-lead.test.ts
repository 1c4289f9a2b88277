import { createCustomer } from '@dealtrail/protocol/customers';
import { createLead, getLead, listLeads } from '@dealtrail/protocol/leads';
import { beforeEach, describe, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead, leadFactsFor } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  finance: { role: 'finance' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

describe('a lead comes in', () => {
  test('numbered, judged with reasons, placed in its region, owned, and with its clocks running', async () => {
    const { rep } = await company(people);
    const answer = await rep.call(createLead, {
      body: leadFactsFor({
        companyName: '华星科技有限公司',
        phone: '138 9567 2046',
        source: '老客户推荐',
        need: '采购50台办公电脑，月底前上线',
        industry: '信息技术',
        city: '深圳市',
        budgetMinor: 30_000_000,
      }),
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      number: 'XLSH20260318001',
      title: '华星科技有限公司',
      phone: '138****2046',
      source: 'referral',
      sourceListed: true,
      province: '广东',
      city: '深圳',
      region: '华南',
      intent: 'high',
      intentLabel: '高意向-采购决策',
      priority: 'high',
      complete: true,
      missing: [],
      state: 'assigned',
      ownerName: '李雷',
      departmentName: 'North',
    });
    expect(answer.body.intentWhy.map(({ key }) => key)).toEqual(['rules.why.by', 'leads.met.need.mentions']);
    expect(answer.body.priorityWhy[0]?.key).toBe('leads.why.priority.points');
    expect(answer.body.assignedWhy[0]?.key).toBe('leads.why.assign.own_find');
    expect(answer.body.clocks.map(({ policyKey, dueAt }) => [policyKey, dueAt])).toEqual([
      ['first_touch', '2026-03-19T02:12:00.000Z'],
    ]);
  });

  test.each([
    ['采购50台办公电脑', 'high', '2026-03-19T02:12:00.000Z'],
    ['了解一下产品功能', 'medium', '2026-03-20T02:12:00.000Z'],
    // 72 hours from Wednesday: Saturday and Sunday do not count.
    ['暂无需求', 'low', '2026-03-23T02:12:00.000Z'],
  ])('with the need “%s” its intent is %s and the first touch is due %s', async (need, intent, dueAt) => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, { need });
    expect([lead.intent, lead.clocks.find(({ policyKey }) => policyKey === 'first_touch')?.dueAt]).toEqual([
      intent,
      dueAt,
    ]);
  });

  test('a lead of priority high is touched within 24 hours, whatever its intent', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, {
      need: '暂不采购，明年升级设备，100台',
      industry: '制造业',
      budgetMinor: 50_000_000,
    });
    expect([lead.intent, lead.priority, lead.clocks[0]?.dueAt]).toEqual(['low', 'high', '2026-03-19T02:12:00.000Z']);
  });

  test('what lacks a fact is 待补充, says what is missing and asks for it within two working hours', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, { contactTitle: null, industry: 'N/A' });
    expect([lead.complete, lead.missing]).toEqual([false, ['industry', 'contactTitle']]);
    expect(lead.clocks[0]).toMatchObject({ policyKey: 'complete_lead', dueAt: '2026-03-18T05:12:00.000Z' });
  });

  test('the dated checks of the requirements hold over the Spring Festival of 2026', async () => {
    const { time } = await testHouse();
    time.set('2026-02-14T17:00:00+08:00');
    const { rep } = await company(people);
    const high = await buildLead(rep, { need: '采购50台办公电脑' });
    expect(high.clocks[0]).toMatchObject({ policyKey: 'first_touch', dueAt: '2026-02-24T09:00:00.000Z' });
    time.set('2026-02-14T17:30:00+08:00');
    const incomplete = await buildLead(rep, { contactTitle: null });
    expect(incomplete.clocks[0]).toMatchObject({ policyKey: 'complete_lead', dueAt: '2026-02-24T02:30:00.000Z' });
  });

  test('a source on no list is kept as it came, and waits', async () => {
    const { rep } = await company(people);
    expect(await buildLead(rep, { source: '地铁灯箱' })).toMatchObject({ source: '地铁灯箱', sourceListed: false });
  });

  test('a person without a company and an outer id alone are leads too', async () => {
    const { rep } = await company(people);
    expect(await buildLead(rep, { companyName: null })).toMatchObject({ title: '陆明舟' });
    expect(await buildLead(rep, { companyName: '', contactName: '', externalId: 'A-17' })).toMatchObject({
      title: 'A-17',
    });
  });
});

describe('a lead is refused, and nothing is kept', () => {
  test.each([
    ['without any name', { companyName: null, contactName: ' ' }, 'lead_nameless', 'companyName'],
    ['with half a phone number', { phone: '1389567' }, 'phone_invalid', 'phone'],
    ['with an address that is none', { email: 'wang@' }, 'email_invalid', 'email'],
    ['with a number that came out of a mask', { phone: '138****2046' }, 'phone_invalid', 'phone'],
    ['with a WeChat id that came out of a mask', { wechat: 'wx****91' }, 'invalid_input', 'wechat'],
  ])('%s', async (_, facts, code, path) => {
    const { rep } = await company(people);
    const answer = await rep.call(createLead, { body: leadFactsFor(facts) });
    expect([answer.status, answer.problem.code, answer.problem.fields?.[0]?.path]).toEqual([422, code, path]);
    expect((await rep.call(listLeads, { query: { total: 'capped' } })).body.total?.count).toBe(0);
  });

  test('from a role that takes no leads in', async () => {
    const { finance } = await company(people);
    expect((await finance.call(createLead, { body: leadFactsFor() })).status).toBe(403);
  });
});

test('sent twice under one key it is one lead', async () => {
  const { rep } = await company(people);
  const body = leadFactsFor();
  const first = await rep.call(createLead, { body }, { idempotencyKey: 'form-17' });
  const again = await rep.call(createLead, { body }, { idempotencyKey: 'form-17' });
  expect([again.status, again.body.id]).toEqual([201, first.body.id]);
  expect((await rep.call(listLeads, { query: { total: 'capped' } })).body.total?.count).toBe(1);
  const other = await rep.call(createLead, { body: leadFactsFor() }, { idempotencyKey: 'form-17' });
  expect([other.status, other.problem.code]).toEqual([422, 'idempotency_key_reused']);
});

describe('a duplicate is told, not refused', () => {
  test('the same company under another spelling, the same number and the same address, of what one sees', async () => {
    const { rep } = await company(people);
    const first = await buildLead(rep, {
      companyName: '北京红光酒业发展有限公司',
      phone: '010-62345678',
      email: 'W@Example.cn',
    });
    const second = await buildLead(rep, {
      companyName: '红光（北京）酒业发展有限公司',
      phone: '+86 10 62345678',
      email: 'w@example.cn',
    });
    expect(second.duplicates).toHaveLength(1);
    expect(second.duplicates[0]).toMatchObject({ id: first.id, number: first.number, visible: true });
    expect(second.duplicates[0]?.reasons.map(({ key }) => key)).toEqual([
      'match.company',
      'match.email',
      'match.person',
      'match.landline',
      'match.domain',
    ]);
    const shown = await rep.call(getLead, { params: { id: first.id } });
    expect(shown.body.duplicates.map(({ id }) => id)).toEqual([second.id]);
  });

  test("a colleague's lead tells whose it is and nothing else; a number alone tells only that it exists", async () => {
    const { rep, other } = await company(people);
    await buildLead(rep, { companyName: '青岛海光机械有限公司', phone: '13812345678' });
    const byCompany = await buildLead(other, { companyName: '青岛海光机械有限公司' });
    expect(byCompany.duplicates).toEqual([
      {
        recordKind: 'lead',
        grade: 'same',
        reasons: [{ key: 'match.company', params: {} }],
        visible: false,
        id: null,
        number: null,
        title: null,
        ownerName: '李雷',
        departmentName: 'North',
        hitId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
        asked: false,
      },
    ]);
    const byPhone = await buildLead(other, { phone: '138-1234-5678' });
    expect(byPhone.duplicates).toMatchObject([
      { grade: 'possible', visible: false, ownerName: null, title: null, hitId: null },
    ]);
  });

  test('a customer of the same company is told as well', async () => {
    const { rep } = await company(people);
    const customer = await rep.call(createCustomer, { body: { name: '济南长城电缆厂' } });
    const lead = await buildLead(rep, { companyName: '济南长城电缆厂' });
    expect(lead.duplicates).toMatchObject([{ recordKind: 'customer', id: customer.body.id, grade: 'same' }]);
  });

  test('another organisation is never told', async () => {
    const { rep } = await company(people);
    const { rep: stranger } = await company(people);
    await buildLead(rep, { companyName: '烟台北方阀门有限公司' });
    expect((await buildLead(stranger, { companyName: '烟台北方阀门有限公司' })).duplicates).toEqual([]);
  });
});
