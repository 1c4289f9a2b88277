import { createCampaign } from '@dealtrail/protocol/campaigns';
import { addTouch, createLead, describeStand, getLead } from '@dealtrail/protocol/leads';
import { listAttachments } from '@dealtrail/protocol/attachments';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeAll, expect, test } from 'vitest';
import { form } from '../../../../kernel/http/testing/form.ts';
import { type Caller, company, TEST_START, testHouse } from '../../../../testing/test-house.ts';
import { followUp, reachedWith } from '../../testing/build-lead.ts';

let admin: Caller;
let rep: Caller;
let mate: Caller;
let campaignId: string;

const fair = {
  name: '2026 上海工博会',
  kind: 'exhibition' as const,
  startsOn: null,
  endsOn: null,
  plannedMinor: 10_000_000,
  actualMinor: null,
  ownerId: null,
  state: 'running' as const,
};
const visitor = {
  companyName: '常州凌越机电有限公司',
  contactName: '陈工',
  phone: '13812123434',
  need: '样品、预算已定',
  source: 'exhibition',
  campaign: fair.name,
};

beforeAll(async () => {
  ({ admin, rep, mate } = await company({
    admin: { role: 'administrator' },
    rep: { role: 'representative', department: 'East' },
    mate: { role: 'representative', department: 'East' },
  }));
  campaignId = (await admin.call(createCampaign, { body: fair })).body.id;
});

const stand = async (by: Caller) => (await by.call(describeStand, { params: { id: campaignId } })).body;

async function sendCard(by: Caller, leadId: string) {
  const { payload, headers } = form({ file: 'a picture', name: '名片.jpg' });
  return by.inject({ method: 'POST', url: `/api/v1/leads/${leadId}/card`, payload, headers });
}

test('what is tapped at the stand overrides the rules, and the same entry sent twice is one lead', async () => {
  const body = { ...visitor, assign: 'rules' as const, intent: 'high' as const, onDuplicate: 'join' as const };
  const [one, other] = [
    await rep.call(createLead, { body }, { idempotencyKey: 'tap' }),
    await rep.call(createLead, { body }, { idempotencyKey: 'tap' }),
  ];
  expect([one.status, one.body.id]).toEqual([201, other.body.id]);
  expect(one.body).toMatchObject({ intent: 'high', intentOverridden: true, campaignId, source: 'exhibition' });
  expect((await stand(mate)).today).toEqual([{ memberId: rep.memberId, name: expect.any(String), entries: 1 }]);
  expect((await addCardFor(one.body.id)).map(({ name }) => name)).toEqual(['名片.jpg']);
});

async function addCardFor(leadId: string) {
  const sent = await sendCard(rep, leadId);
  expect(sent.status).toBe(201);
  return (await admin.call(listAttachments, { params: { id: leadId } })).body.items;
}

test('who entered a lead may add its card although a colleague has it, and nobody else may', async () => {
  const { body } = await rep.call(createLead, {
    body: { ...visitor, companyName: '无锡新洲电机厂', phone: '13706195532' },
  });
  expect((await sendCard(mate, body.id)).status).toBe(404);
  expect((await sendCard(rep, body.id)).status).toBe(201);
});

test('a known visitor counts for whoever met them again', async () => {
  const { body } = await mate.call(createLead, {
    body: { ...visitor, companyName: '宁波海曙铸业', phone: '13600001111', campaign: '秋季直播' },
  });
  const before = (await stand(mate)).today.find(({ memberId }) => memberId === mate.memberId)?.entries ?? 0;
  await mate.call(addTouch, { params: { id: body.id }, body: { source: '展会', campaign: fair.name } });
  expect((await admin.call(getLead, { params: { id: body.id } })).body.campaignId).toBeNull();
  expect((await stand(mate)).today.find(({ memberId }) => memberId === mate.memberId)?.entries).toBe(before + 1);
  expect(JSON.stringify(await stand(mate))).not.toContain('10000000');
});

test('an entry of the day that nobody touches in its time goes up to the supervisor; a touched one does not', async () => {
  const { time, drain } = await testHouse();
  const { rep: seller, boss } = await company({
    rep: { role: 'representative', department: 'South' },
    boss: { role: 'supervisor', department: 'South', supervises: 'South' },
  });
  const enter = async (companyName: string) => {
    const body = {
      companyName,
      need: '采购 2 条产线',
      source: 'exhibition',
      assign: 'mine' as const,
      intent: 'high' as const,
    };
    return (await seller.call(createLead, { body })).body.id;
  };
  const [left, touched] = [await enter('嘉兴立成五金'), await enter('绍兴越川纺机')];
  await followUp(seller, touched, reachedWith());
  time.advance(73 * 3_600_000);
  await drain(seller.orgId);
  const escalated = (await boss.call(listNotifications, {})).body.items.filter(
    ({ kind }) => kind === 'clocks.escalated',
  );
  expect([...new Set(escalated.map(({ recordId }) => recordId))]).toEqual([left]);
  time.set(TEST_START);
});
