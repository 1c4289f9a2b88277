import { getLead, invalidateLead, type Lead, listLeads, revealLead, updateLead } from '@dealtrail/protocol/leads';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  marketing: { role: 'marketing' },
} as const;

const change = (caller: Caller, lead: Pick<Lead, 'id' | 'version'>, facts: object) =>
  caller.call(updateLead, { params: { id: lead.id }, body: { version: lead.version, ...facts } });

const reveal = (caller: Caller, lead: Lead, reason?: string) =>
  caller.call(revealLead, { params: { id: lead.id }, body: { purpose: 'call', ...(reason ? { reason } : {}) } });

describe('a change', () => {
  test('needs the version that was seen, and loses to one made meanwhile', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const blind = await rep.call(updateLead, { params: { id: lead.id }, body: { city: '广州' } });
    expect([blind.status, blind.problem.code]).toEqual([428, 'version_required']);
    const first = await change(rep, lead, { contactTitle: '总监' });
    expect(first.body.version).toBe(lead.version + 1);
    const second = await change(rep, lead, { contactTitle: '经理' });
    expect([second.status, second.problem.code]).toEqual([409, 'stale_version']);
    expect(second.problem.current).toMatchObject({ contactTitle: '总监', version: lead.version + 1 });
  });

  test('of facts is judged anew; the source stays', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, { need: '了解一下产品功能', source: '官网' });
    const changed = await change(rep, lead, {
      need: '预算已批，采购50台',
      industry: '制造业',
      budgetMinor: 50_000_000,
    });
    expect(changed.body).toMatchObject({ intent: 'high', priority: 'high', source: 'website' });
  });

  test('of the place moves a region that followed from it, but not one that was told', async () => {
    const { rep } = await company(people);
    const derived = await change(rep, await buildLead(rep, { city: '深圳' }), { province: null, city: '成都' });
    expect(derived.body).toMatchObject({ region: '西南', province: '四川', city: '成都' });
    const told = await change(rep, await buildLead(rep, { region: '华东', city: '深圳' }), {
      city: '成都',
      province: null,
    });
    expect(told.body.region).toBe('华东');
  });

  test('by hand of intent or priority is kept, whatever the facts become', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const set = await change(rep, lead, { intent: 'low', priority: 'high' });
    expect(set.body).toMatchObject({ intent: 'low', intentOverridden: true, priority: 'high' });
    expect(set.body.intentWhy).toEqual([{ key: 'leads.why.overridden', params: { by: '李雷' } }]);
    const later = await change(rep, set.body, { need: '预算已批，采购50台' });
    expect(later.body).toMatchObject({ intent: 'low', intentOverridden: true, priority: 'high' });
  });

  test('that completes the lead stops its clock, one that empties it starts it again', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, { contactTitle: null });
    const complete = await change(rep, lead, { contactTitle: '采购经理' });
    const clocks = (one: Lead) =>
      one.clocks.filter(({ policyKey }) => policyKey === 'complete_lead').map(({ state }) => state);
    expect([complete.body.complete, clocks(complete.body)]).toEqual([true, ['met']]);
    const emptied = await change(rep, complete.body, { contactTitle: null });
    expect([emptied.body.complete, clocks(emptied.body)]).toEqual([false, ['running', 'met']]);
  });

  test('renames the lead wherever it is found, and leads no longer look the same', async () => {
    const { rep } = await company(people);
    const twin = await buildLead(rep, { companyName: '华星科技有限公司' });
    const lead = await buildLead(rep, { companyName: '华星科技有限公司' });
    const renamed = await change(rep, lead, { companyName: '启明星环保设备厂' });
    expect([renamed.body.title, renamed.body.duplicates]).toEqual(['启明星环保设备厂', []]);
    const found = await rep.call(listLeads, { query: { q: '启明星' } });
    expect(found.body.items.map(({ id }) => id)).toEqual([lead.id]);
    expect((await rep.call(getLead, { params: { id: twin.id } })).body.duplicates).toEqual([]);
  });

  test('that would take every name away is refused, and so is one on a closed lead', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep);
    const nameless = await change(rep, lead, { companyName: null, contactName: '' });
    expect([nameless.status, nameless.problem.code]).toEqual([422, 'lead_nameless']);
    const closed = await rep.call(invalidateLead, { params: { id: lead.id }, body: { reason: 'not_a_buyer' } });
    expect((await change(rep, closed.body, { city: '广州' })).problem.code).toBe('lead_closed');
  });

  test('is not for those who only see the lead, nor for those who do not', async () => {
    const { rep, other, marketing } = await company(people);
    const lead = await buildLead(rep);
    expect((await change(other, lead, { city: '广州' })).status).toBe(404);
    expect((await change(marketing, lead, { city: '广州' })).status).toBe(200);
    expect((await reveal(marketing, lead, '核对')).status).toBe(403);
  });
});

describe('contact data', () => {
  test('that comes back masked never overwrites what it stands for', async () => {
    const { rep } = await company(people);
    const lead = await buildLead(rep, {
      phone: '13895672046',
      email: 'zhangwei@example.com',
      wechat: 'wxid_zhang88',
      landline: '010-62345678',
    });
    const { phone, email, wechat, landline } = lead;
    expect([phone, email]).toEqual(['138****2046', 'zh***@example.com']);
    const changed = await change(rep, lead, { phone, email, wechat, landline, contactTitle: '总监' });
    expect(changed.body).toMatchObject({ phone, email, wechat, landline, contactTitle: '总监' });
    const shown = await reveal(rep, lead);
    expect(shown.body).toMatchObject({
      phone: '+8613895672046',
      email: 'zhangwei@example.com',
      wechat: 'wxid_zhang88',
      landline: '010-62345678',
    });
  });

  test('is shown to the owner by one press, to the supervisor for a reason, and each look is logged', async () => {
    const house = await testHouse();
    const { rep, boss, other, orgId } = await company(people);
    const lead = await buildLead(rep, { phone: '13895672046' });
    expect((await reveal(rep, lead)).body).toMatchObject({ phone: '+8613895672046', usedToday: 1, dailyLimit: 100 });
    const without = await reveal(boss, lead);
    expect([without.status, without.problem.code]).toEqual([422, 'reveal_reason_needed']);
    expect((await reveal(boss, lead, '代为回访')).body.phone).toBe('+8613895672046');
    expect((await reveal(other, lead, '好奇')).status).toBe(404);
    const looks = await house.services.database.readRows(orgId, {
      text: 'select member_id, purpose, reason from seen.reveals where org_id = $1 order by at, id',
      values: [orgId],
    });
    expect(looks).toEqual([
      { memberId: rep.memberId, purpose: 'call', reason: null },
      { memberId: boss.memberId, purpose: 'call', reason: '代为回访' },
    ]);
  });

  test('looked at more than a hundred times a day needs a reason, and the supervisor hears of it', async () => {
    const house = await testHouse();
    const { rep, boss, orgId } = await company(people);
    const lead = await buildLead(rep);
    for (let n = 0; n < 100; n += 1) expect((await reveal(rep, lead)).status).toBe(200);
    expect((await reveal(rep, lead)).problem.code).toBe('reveal_reason_needed');
    expect((await reveal(rep, lead, '客户要求回电')).body.usedToday).toBe(101);
    await house.drain(orgId);
    const told = await house.services.database.readRows<{ memberId: string }>(orgId, {
      text: `select member_id from seen.notifications where org_id = $1 and kind = 'leads.revealed_often'`,
      values: [orgId],
    });
    expect(told).toEqual([{ memberId: boss.memberId }]);
  });

  test('cannot be filtered or sorted by, only found by a whole number or its last four digits', async () => {
    const { rep, marketing } = await company(people);
    const lead = await buildLead(rep, { phone: '13895672046' });
    const filter = (field: string) => JSON.stringify({ field, op: 'startsWith', value: '+86138' });
    for (const field of ['phone', 'email']) {
      const answer = await rep.call(listLeads, { query: { filter: filter(field) } });
      expect([answer.status, answer.problem.code]).toEqual([422, 'filter_refused']);
    }
    expect((await rep.call(listLeads, { query: { sort: 'phone' } })).status).toBe(422);
    const found = async (who: Caller, q: string) =>
      (await who.call(listLeads, { query: { q } })).body.items.map(({ id }) => id);
    expect(await found(rep, '2046')).toEqual([lead.id]);
    expect(await found(rep, '138 9567 2046')).toEqual([lead.id]);
    // Marketing sees every lead, but may look at nobody's number.
    expect(await found(marketing, '2046')).toEqual([]);
  });
});
