import { timeline } from '@dealtrail/protocol/activities';
import { listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { createCustomer, getCustomer } from '@dealtrail/protocol/customers';
import { createLead, getLead, listLeads, recordFollowUp, revealLead, updateLead } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { openFromLead } from '@dealtrail/protocol/opportunities';
import { endShare, getRecord, listShares, shareRecord } from '@dealtrail/protocol/records';
import { search } from '@dealtrail/protocol/search';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { form } from '../../http/testing/form.ts';
import { sweepEndedShares } from './sweep-ended-shares.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'South', name: '沈牧' },
  third: { role: 'representative', department: 'South' },
  finance: { role: 'finance' },
  product: { role: 'product' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
} as const;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

async function leadOf(caller: Caller): Promise<string> {
  const made = await caller.call(createLead, {
    body: { companyName: '苏州屿澄精密制造有限公司', contactName: '陆明舟', phone: '13870412046', source: '转介绍' },
  });
  expect(made.status).toBe(201);
  return made.body.id;
}

const share = (
  who: Caller,
  id: string,
  body: { memberId: string; level: 'read' | 'write'; endsOn?: string; note?: string },
) => who.call(shareRecord, { params: { id }, body });

async function attempts(who: Caller, id: string) {
  const { body: lead } = await who.call(getLead, { params: { id } });
  return {
    list: (await who.call(listLeads, {})).body.items.map((row) => row.id),
    search: (await who.call(search, { query: { q: '屿澄' } })).body.items.map((hit) => hit.id),
    get: (await who.call(getLead, { params: { id } })).status,
    timeline: (await who.call(timeline, { params: { id } })).status,
    files: (await who.call(listAttachments, { params: { id } })).status,
    abilities: lead.abilities,
  };
}

test('a shared record shows everywhere at once, and again nowhere once the share ends', async () => {
  const { rep, mate } = await company(people);
  const id = await leadOf(rep);
  const unseen = { list: [], search: [], get: 404, timeline: 404, files: 404, abilities: undefined };
  expect(await attempts(mate, id)).toEqual(unseen);
  expect((await share(rep, id, { memberId: mate.memberId, level: 'read', note: '请帮忙看一下' })).status).toBe(200);
  expect(await attempts(mate, id)).toMatchObject({ list: [id], search: [id], get: 200, timeline: 200, files: 200 });
  expect((await rep.call(endShare, { params: { id, memberId: mate.memberId } })).status).toBe(204);
  expect(await attempts(mate, id)).toEqual(unseen);
});

test('what is shared to read is looked at and nothing else; shared to write it is worked on, never passed on', async () => {
  const { rep, mate, third } = await company(people);
  const id = await leadOf(rep);
  const tries = async () => {
    const { version } = (await rep.call(getLead, { params: { id } })).body;
    const { payload, headers } = form({ file: 'x' });
    return [
      (await mate.call(updateLead, { params: { id }, body: { version, need: '两台' } })).status,
      (
        await mate.call(recordFollowUp, {
          params: { id },
          body: {
            method: 'phone',
            outcome: 'reached',
            content: '确认 3 个型号的检测需求',
            feedback: '要求两周内给方案',
            nextStep: '提交检测方案',
            nextStepOn: '2026-03-25',
          },
        })
      ).status,
      (await mate.call(revealLead, { params: { id }, body: { purpose: 'call', reason: '代为跟进' } })).status,
      (
        await mate.inject({
          method: 'POST',
          url: `/api/v1${uploadAttachment.path.replace(':id', id)}`,
          payload,
          headers,
        })
      ).status,
      (await share(mate, id, { memberId: third.memberId, level: 'read' })).status,
    ];
  };
  await share(rep, id, { memberId: mate.memberId, level: 'read' });
  expect((await mate.call(getLead, { params: { id } })).body.abilities).toMatchObject({
    update: false,
    followUp: false,
    reveal: false,
  });
  expect(await tries()).toEqual([403, 403, 403, 403, 403]);
  await share(rep, id, { memberId: mate.memberId, level: 'write' });
  expect((await mate.call(getLead, { params: { id } })).body.abilities).toMatchObject({
    update: true,
    followUp: true,
    reveal: true,
    assign: false,
  });
  expect(await tries()).toEqual([200, 201, 200, 201, 403]);
  expect((await mate.call(getRecord, { params: { id } })).body.abilities).toEqual({
    update: true,
    share: false,
    delete: false,
    seeChanges: true,
    seeReaders: false,
  });
});

test('a share ends with its last day, before any sweep, and the sweep says so', async () => {
  const house = await testHouse();
  const { rep, mate } = await company(people);
  const id = await leadOf(rep);
  const given = await share(rep, id, { memberId: mate.memberId, level: 'read', endsOn: '2026-03-18' });
  expect(given.body).toMatchObject({ memberName: '沈牧', endsOn: '2026-03-18', grantedByName: '周予安' });
  house.time.set('2026-03-18T15:59:00.000Z');
  expect((await mate.call(getLead, { params: { id } })).status).toBe(200);
  house.time.set('2026-03-18T16:00:00.000Z');
  expect((await mate.call(getLead, { params: { id } })).status).toBe(404);
  expect((await mate.call(listLeads, {})).body.items).toEqual([]);
  expect((await rep.call(listShares, { params: { id } })).body.items).toEqual([]);
  await sweepEndedShares.run({ orgId: rep.orgId, services: house.services });
  const lines = (await rep.call(timeline, { params: { id } })).body.items.map((line) => line.text?.key);
  expect(lines).toContain('records.event.share_ended');
  expect(lines).toContain('records.event.shared_read_until');
});

test('the one it is shared with is told what, until when and why', async () => {
  const house = await testHouse();
  const { rep, mate, third } = await company(people);
  const id = await leadOf(rep);
  await share(rep, id, { memberId: mate.memberId, level: 'write', endsOn: '2026-04-01', note: '我在外地' });
  await house.drain(rep.orgId);
  const { items } = (await mate.call(listNotifications, {})).body;
  expect(items.find(({ kind }) => kind === 'records.shared')).toMatchObject({
    recordId: id,
    text: { key: 'records.notice.shared_until_note', params: { by: '周予安', until: '2026-04-01', note: '我在外地' } },
  });
  expect((await third.call(listNotifications, {})).body.items).toEqual([]);
  await rep.call(endShare, { params: { id, memberId: mate.memberId } });
  expect((await mate.call(listNotifications, {})).body).toMatchObject({ items: [], unread: 0 });
});

test('a share gives nothing to who cannot use such records, and is refused with a word', async () => {
  const { rep, product, mate } = await company(people);
  const id = await leadOf(rep);
  expect((await share(rep, id, { memberId: product.memberId, level: 'read' })).problem.code).toBe(
    'share_without_effect',
  );
  expect((await share(rep, id, { memberId: mate.memberId, level: 'read', endsOn: '2026-03-17' })).problem.code).toBe(
    'share_end_passed',
  );
  const other = await company(people);
  expect((await share(rep, id, { memberId: other.mate.memberId, level: 'read' })).problem.code).toBe(
    'reference_missing',
  );
});

test('only who may change a record by a right of their own shares it', async () => {
  const { rep, mate, finance, boss, third } = await company(people);
  const { body: customer } = await rep.call(createCustomer, { body: { name: '绍兴越川纺机厂' } });
  expect((await share(finance, customer.id, { memberId: mate.memberId, level: 'read' })).status).toBe(403);
  expect((await share(mate, customer.id, { memberId: third.memberId, level: 'read' })).status).toBe(404);
  expect((await share(boss, customer.id, { memberId: mate.memberId, level: 'read' })).status).toBe(200);
  const { items } = (await mate.call(listShares, { params: { id: customer.id } })).body;
  expect(items.map(({ memberId, mayEnd }) => [memberId, mayEnd])).toEqual([[mate.memberId, true]]);
  expect((await finance.call(endShare, { params: { id: customer.id, memberId: mate.memberId } })).status).toBe(403);
  expect((await mate.call(endShare, { params: { id: customer.id, memberId: mate.memberId } })).status).toBe(204);
});

test('a shared lead does not reveal the customer it became', async () => {
  const { rep, mate } = await company(people);
  const id = await leadOf(rep);
  const opened = await rep.call(openFromLead, { body: { leadId: id } });
  expect(opened.status).toBe(201);
  await share(rep, id, { memberId: mate.memberId, level: 'write' });
  const { customerId } = opened.body;
  expect((await mate.call(getLead, { params: { id } })).status).toBe(200);
  expect((await mate.call(getCustomer, { params: { id: customerId } })).status).toBe(404);
  expect((await mate.call(getRecord, { params: { id: customerId } })).status).toBe(404);
});
