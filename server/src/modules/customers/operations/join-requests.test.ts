import {
  answerJoin,
  createCustomer,
  getCustomer,
  joinRecord,
  listJoinRequests,
  ownJoinRequests,
  saveDuplicateRules,
  withdrawJoin,
} from '@dealtrail/protocol/customers';
import { createLead, getLead, listLeads } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { shippedDuplicateRules } from '../rules/duplicate-rules.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  other: { role: 'representative', department: 'South', name: '韩梅' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const lead = (who: Caller, companyName: string, more: object = {}) =>
  who.call(createLead, { body: { companyName, source: '官网', ...more } });

const notices = async (who: Caller, kind: string) =>
  (await who.call(listNotifications, {})).body.items.filter((item) => item.kind === kind).map(({ text }) => text);

/** A lead of one's colleague, and the hit that told of it. */
async function told(rep: Caller, other: Caller): Promise<{ leadId: string; hitId: string }> {
  const { id } = (await lead(rep, '无锡澄禾新材料有限公司')).body;
  const [hit] = (await lead(other, '澄禾新材料（无锡）有限公司')).body.duplicates;
  return { leadId: id, hitId: hit?.hitId ?? '' };
}

describe('申请协作', () => {
  test('owner and supervisor hear of it, agree, and the record is shared', async () => {
    const house = await testHouse();
    const { rep, other, boss } = await company(people);
    const { leadId, hitId } = await told(rep, other);
    const asked = await other.call(joinRecord, { params: { id: hitId }, body: { reason: '客户也找过我' } });
    expect([asked.status, asked.body.state]).toEqual([201, 'open']);
    const again = await other.call(joinRecord, { params: { id: hitId }, body: { reason: '再问' } });
    expect([again.status, again.problem.code]).toEqual([409, 'join_asked_already']);
    expect((await lead(other, '澄禾新材料（无锡）有限公司')).body.duplicates.find((hit) => !hit.visible)?.asked).toBe(
      true,
    );
    await house.drain(rep.orgId);
    for (const who of [rep, boss]) {
      expect(await notices(who, 'customers.join_asked')).toMatchObject([
        { key: 'customers.notice.join_asked', params: { name: '韩梅', department: 'South', reason: '客户也找过我' } },
      ]);
    }
    const open = (await boss.call(listJoinRequests, { params: { id: leadId } })).body.items;
    expect(open).toMatchObject([{ memberName: '韩梅', abilities: { answer: true, withdraw: false } }]);
    expect((await other.call(getLead, { params: { id: leadId } })).status).toBe(404);
    const granted = await rep.call(answerJoin, { params: { id: asked.body.id }, body: { grant: true, level: 'read' } });
    expect(granted.body).toMatchObject({ state: 'granted', level: 'read', answeredByName: '周予安' });
    expect((await other.call(getLead, { params: { id: leadId } })).status).toBe(200);
    await house.drain(rep.orgId);
    expect(await notices(other, 'customers.join_answered')).toMatchObject([{ key: 'customers.notice.join_granted' }]);
    const late = await boss.call(answerJoin, { params: { id: asked.body.id }, body: { grant: false, answer: '不' } });
    expect([late.status, late.problem.code]).toEqual([409, 'join_answered']);
  });

  test('declined with a reason, the asker hears it and learns nothing of the record', async () => {
    const house = await testHouse();
    const { rep, other } = await company(people);
    const { leadId, hitId } = await told(rep, other);
    const asked = await other.call(joinRecord, { params: { id: hitId }, body: { reason: '客户也找过我' } });
    const bare = await rep.call(answerJoin, { params: { id: asked.body.id }, body: { grant: false } as never });
    expect(bare.status).toBe(422);
    await rep.call(answerJoin, { params: { id: asked.body.id }, body: { grant: false, answer: '已在签约' } });
    await house.drain(rep.orgId);
    const [notice] = await notices(other, 'customers.join_answered');
    expect(notice).toEqual({
      key: 'customers.notice.join_declined',
      params: { name: '周予安', answer: '已在签约', reason: '客户也找过我' },
    });
    expect((await other.call(getLead, { params: { id: leadId } })).status).toBe(404);
    expect((await other.call(ownJoinRequests, {})).body.items).toMatchObject([
      { state: 'declined', answer: '已在签约', ownerName: '周予安' },
    ]);
  });

  test("a hit is its reader's alone, and ten requests wait at most", async () => {
    const { rep, other, boss, admin } = await company(people);
    const { hitId, leadId } = await told(rep, other);
    expect((await boss.call(joinRecord, { params: { id: hitId }, body: { reason: '看看' } })).status).toBe(404);
    expect((await other.call(joinRecord, { params: { id: leadId }, body: { reason: '看看' } })).status).toBe(404);
    const asked = await other.call(joinRecord, { params: { id: hitId }, body: { reason: '看看' } });
    expect((await admin.call(withdrawJoin, { params: { id: asked.body.id }, body: {} })).status).toBe(404);
    for (let n = 0; n < 9; n += 1) {
      await lead(rep, `佛山第${n}陶瓷厂`);
      const [hit] = (await lead(other, `佛山第${n}陶瓷厂`)).body.duplicates;
      await other.call(joinRecord, { params: { id: hit?.hitId ?? '' }, body: { reason: '一起跟' } });
    }
    await lead(rep, '佛山第9陶瓷厂');
    const [last] = (await lead(other, '佛山第9陶瓷厂')).body.duplicates;
    const refused = await other.call(joinRecord, { params: { id: last?.hitId ?? '' }, body: { reason: '一起跟' } });
    expect([refused.status, refused.problem.code]).toEqual([422, 'join_limit_reached']);
    expect((await other.call(withdrawJoin, { params: { id: asked.body.id }, body: {} })).body.state).toBe('withdrawn');
    expect(
      (await other.call(joinRecord, { params: { id: last?.hitId ?? '' }, body: { reason: '一起跟' } })).status,
    ).toBe(201);
  });
});

describe('the rule for duplicates', () => {
  const strict = { ...shippedDuplicateRules, lead: { ...shippedDuplicateRules.lead, same: 'block' as const } };

  test('refuses a lead with its hits, counts what was told, and gives way to a reason of who may assign', async () => {
    const house = await testHouse();
    const { rep, other, boss, admin } = await company(people);
    expect((await rep.call(saveDuplicateRules, { body: strict })).status).toBe(403);
    expect((await admin.call(saveDuplicateRules, { body: strict })).body.lead.same).toBe('block');
    await lead(rep, '无锡澄禾新材料有限公司');
    const refused = await lead(other, '无锡澄禾新材料有限公司');
    expect([refused.status, refused.problem.code]).toEqual([409, 'duplicate_blocked']);
    expect(refused.problem.current).toMatchObject({
      mayOverride: false,
      duplicates: [{ grade: 'same', visible: false, ownerName: '周予安', title: null }],
    });
    const audited = await house.services.database.readRows(rep.orgId, {
      text: `select id from seen.audit where org_id = $1 and table_name = 'probes' and actor_id = $2`,
      values: [rep.orgId, other.memberId],
    });
    expect(audited).toHaveLength(1);
    expect((await other.call(listLeads, {})).body.items).toEqual([]);
    const cheat = await lead(other, '无锡澄禾新材料有限公司', { overrideReason: '我要' });
    expect([cheat.status, cheat.problem.code]).toEqual([403, 'override_not_allowed']);
    expect((await lead(boss, '无锡澄禾新材料有限公司')).problem.current).toMatchObject({ mayOverride: true });
    expect((await lead(boss, '无锡澄禾新材料有限公司', { overrideReason: '两个工厂' })).status).toBe(201);
  });

  test('switched off nothing is said, and a lead does not stand in the way of its customer', async () => {
    const { rep, admin } = await company(people);
    const off = { same: 'off', likely: 'off', possible: 'off', related: 'off' } as const;
    await admin.call(saveDuplicateRules, { body: { ...shippedDuplicateRules, lead: off } });
    await lead(rep, '无锡澄禾新材料有限公司');
    expect((await lead(rep, '无锡澄禾新材料有限公司')).body.duplicates).toEqual([]);
    const customer = await rep.call(createCustomer, { body: { name: '无锡澄禾新材料有限公司' } });
    expect([customer.status, customer.body.duplicates.length]).toEqual([201, 2]);
  });
});

test('a former name, a short name and a credit code find the customer; a wrong code is refused', async () => {
  const { rep } = await company(people);
  const body = {
    name: '苏州澄湖智能装备股份有限公司',
    formerNames: ['苏州澄湖机械厂'],
    shortName: '澄湖智装',
    creditCode: '91110108 MA01ABCD1E',
  };
  const made = (await rep.call(createCustomer, { body })).body;
  expect(made).toMatchObject({ creditCode: '91110108MA01ABCD1E', formerNames: ['苏州澄湖机械厂'] });
  const reasons = async (facts: object) =>
    (await lead(rep, '', { contactName: '陆明舟', ...facts })).body.duplicates.map((hit) => [
      hit.id,
      hit.reasons[0]?.key,
    ]);
  expect(await reasons({ companyName: '苏州市澄湖机械厂' })).toEqual([[made.id, 'match.former_name']]);
  expect(await reasons({ companyName: '澄湖智装' })).toEqual([[made.id, 'match.short_name']]);
  expect(await reasons({ companyName: '完全不同贸易行', creditCode: '91110108MA01ABCD1E' })).toEqual([
    [made.id, 'match.credit_code'],
  ]);
  const wrong = await rep.call(createCustomer, { body: { name: '别的公司', creditCode: '91110108MA01ABCD1X' } });
  expect([wrong.status, wrong.problem.code]).toEqual([422, 'credit_code_invalid']);
  expect((await rep.call(getCustomer, { params: { id: made.id } })).body.shortName).toBe('澄湖智装');
});
