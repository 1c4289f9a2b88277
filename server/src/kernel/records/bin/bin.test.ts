import { listTasks, timeline } from '@dealtrail/protocol/activities';
import { downloadAttachment, listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { createCustomer, listCustomers } from '@dealtrail/protocol/customers';
import { getLead, listLeads } from '@dealtrail/protocol/leads';
import { closeOpportunity, createOpportunity, openFromLead } from '@dealtrail/protocol/opportunities';
import { deleteRecords, listDeleted, previewDelete, purgeRecords, restoreRecords } from '@dealtrail/protocol/records';
import { beforeEach, expect, test } from 'vitest';
import { company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { form } from '../../http/testing/form.ts';
import { newLead } from '../testing/new-lead.ts';
import { sweepBin } from './purge-records.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North', name: '沈牧' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  finance: { role: 'finance' },
  admin: { role: 'administrator' },
} as const;

const DAY = 86_400_000;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

test('what goes along is said beforehand, and saying it changes nothing', async () => {
  const { rep } = await company(people);
  const id = await newLead(rep);
  const { payload, headers } = form({ file: '报价', name: '报价.pdf' });
  await rep.inject({ method: 'POST', url: `/api/v1${uploadAttachment.path.replace(':id', id)}`, payload, headers });
  const { body } = await rep.call(previewDelete, { body: { ids: [id] } });
  expect(body.keptDays).toBe(30);
  expect(body.items).toMatchObject([{ id, kind: 'lead', deletable: true, problem: null, reasons: [] }]);
  expect(Object.fromEntries(body.along.map(({ key, count }) => [key, count]))).toMatchObject({
    'records.along.attachments': 1,
    'records.along.clocks': 2,
    'activities.along.tasks': 1,
  });
  expect((await rep.call(getLead, { params: { id } })).status).toBe(200);
});

test('a deleted record lies in the bin with who, when and how long, and comes back whole', async () => {
  const house = await testHouse();
  const { rep, mate, boss } = await company(people);
  const id = await newLead(rep, { companyName: '绍兴越川纺机厂' });
  expect((await rep.call(deleteRecords, { body: { ids: [id], reason: '重复录入' } })).body.items).toEqual([
    { id, outcome: 'done', problem: null, reasons: [] },
  ]);
  expect((await rep.call(getLead, { params: { id } })).status).toBe(404);
  house.time.advance(3 * DAY + 1);
  const { items } = (await boss.call(listDeleted, {})).body;
  expect(items).toMatchObject([
    {
      id,
      kind: 'lead',
      title: '绍兴越川纺机厂',
      ownerName: '周予安',
      deletedByName: '周予安',
      reason: '重复录入',
      daysLeft: 27,
    },
  ]);
  expect((await boss.call(listDeleted, { query: { q: '越川' } })).body.items).toHaveLength(1);
  expect((await boss.call(listDeleted, { query: { q: '不存在' } })).body.items).toEqual([]);
  expect((await boss.call(listDeleted, { query: { kind: 'customer' } })).body.items).toEqual([]);
  expect((await mate.call(listDeleted, {})).body.items).toEqual([]);
  expect((await rep.call(restoreRecords, { body: { ids: [id] } })).body.items).toMatchObject([{ outcome: 'done' }]);
  expect((await rep.call(getLead, { params: { id } })).status).toBe(200);
  expect((await rep.call(listTasks, { params: { id } })).body.items).toHaveLength(1);
  const lines = (await rep.call(timeline, { params: { id } })).body.items.map((line) => line.text?.key);
  expect(lines).toEqual(expect.arrayContaining(['records.event.deleted_because', 'records.event.restored']));
  expect((await boss.call(listDeleted, {})).body.items).toEqual([]);
});

test('clocks stand still in the bin, breach nobody, and run on with what was left', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const id = await newLead(rep, { source: '转介绍' });
  const due = async () =>
    (await rep.call(getLead, { params: { id } })).body.clocks
      .filter(({ policyKey }) => policyKey === 'first_touch')
      .map(({ dueAt, state }) => [dueAt, state]);
  const [[dueBefore] = []] = await due();
  await rep.call(deleteRecords, { body: { ids: [id] } });
  house.time.advance(7 * DAY);
  await house.drain(rep.orgId);
  await rep.call(restoreRecords, { body: { ids: [id] } });
  expect(await due()).toEqual([[new Date(new Date(String(dueBefore)).getTime() + 7 * DAY).toISOString(), 'running']]);
});

test('everybody deletes what is theirs to delete; each record of a call has its own outcome', async () => {
  const { rep, mate, boss, finance } = await company(people);
  const [mine, theirs] = [await newLead(rep), await newLead(mate)];
  const { body: customer } = await rep.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  const unknown = '019d1111-2222-7333-8444-555555555555';
  const outcomes = async (who: typeof rep, ids: string[]) =>
    (await who.call(deleteRecords, { body: { ids } })).body.items.map(({ outcome, problem }) => problem ?? outcome);
  expect(await outcomes(finance, [customer.id])).toEqual(['not_allowed']);
  expect(await outcomes(rep, [mine, theirs, unknown, mine])).toEqual(['done', 'not_found', 'not_found', 'done']);
  expect(await outcomes(rep, [mine])).toEqual(['unchanged']);
  expect(await outcomes(boss, [theirs])).toEqual(['done']);
  // Who may only look is not told what lies in the bin.
  await rep.call(deleteRecords, { body: { ids: [customer.id] } });
  expect(await outcomes(finance, [customer.id])).toEqual(['not_found']);
  expect((await rep.call(restoreRecords, { body: { ids: [theirs] } })).body.items).toMatchObject([
    { outcome: 'not_found' },
  ]);
  const elsewhere = await company(people);
  expect(await outcomes(elsewhere.admin, [mine, customer.id])).toEqual(['not_found', 'not_found']);
});

test('a customer with a running deal, a lead that became one and a signed deal stay', async () => {
  const { rep } = await company(people);
  const lead = await newLead(rep);
  const opened = await rep.call(openFromLead, { body: { leadId: lead } });
  const deal = opened.body.opportunity?.id ?? '';
  const ids = [lead, opened.body.customerId];
  const refused = async () =>
    (await rep.call(deleteRecords, { body: { ids } })).body.items.map(({ problem, reasons }) => [
      problem,
      reasons.map(({ key }) => key),
    ]);
  expect(await refused()).toEqual([
    ['not_deletable', ['opportunities.reason.lead_has_opportunity']],
    ['not_deletable', ['opportunities.reason.customer_has_open']],
  ]);
  const preview = await rep.call(previewDelete, { body: { ids } });
  expect(preview.body.items.map(({ deletable, problem }) => [deletable, problem])).toEqual([
    [false, 'not_deletable'],
    [false, 'not_deletable'],
  ]);
  const version = opened.body.opportunity?.version ?? 1;
  const won = await rep.call(closeOpportunity, {
    params: { id: deal },
    body: { version, outcome: 'won', signedOn: '2026-03-17', contractNo: 'HT-1', amountMinor: 100 },
  });
  expect(won.status).toBe(200);
  expect((await rep.call(deleteRecords, { body: { ids: [deal] } })).body.items).toMatchObject([
    { outcome: 'refused', reasons: [{ key: 'opportunities.reason.has_signing' }] },
  ]);
  expect((await refused()).map(([, reasons]) => reasons)).toEqual([
    ['opportunities.reason.lead_has_opportunity'],
    ['opportunities.reason.customer_has_won'],
  ]);
});

test("what stands in each other's way goes and comes back in one call, whatever its order", async () => {
  const { rep } = await company(people);
  const lead = await newLead(rep);
  const opened = await rep.call(openFromLead, { body: { leadId: lead } });
  const ids = [lead, opened.body.customerId, opened.body.opportunity?.id ?? ''];
  const { body } = await rep.call(previewDelete, { body: { ids } });
  expect(body.items.map(({ deletable }) => deletable)).toEqual([true, true, true]);
  for (const verb of [deleteRecords, restoreRecords] as const)
    expect((await rep.call(verb, { body: { ids } })).body.items.map(({ outcome }) => outcome)).toEqual([
      'done',
      'done',
      'done',
    ]);
  expect((await rep.call(getLead, { params: { id: lead } })).status).toBe(200);
});

test('a customer whose company was taken in again is not restored beside it, nor a deal without its customer', async () => {
  const { rep } = await company(people);
  const first = await rep.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  await rep.call(deleteRecords, { body: { ids: [first.body.id] } });
  const second = await rep.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  expect(second.status).toBe(201);
  const refused = await rep.call(restoreRecords, { body: { ids: [first.body.id] } });
  expect(refused.body.items).toMatchObject([
    { outcome: 'refused', problem: 'not_restorable', reasons: [{ key: 'customers.reason.same_company' }] },
  ]);
  const deal = await rep.call(createOpportunity, { body: { name: '检测线', customerId: second.body.id } });
  await rep.call(deleteRecords, { body: { ids: [deal.body.id] } });
  await rep.call(deleteRecords, { body: { ids: [second.body.id] } });
  expect((await rep.call(restoreRecords, { body: { ids: [deal.body.id] } })).body.items).toMatchObject([
    { reasons: [{ key: 'opportunities.reason.customer_deleted' }] },
  ]);
  expect((await rep.call(restoreRecords, { body: { ids: [first.body.id] } })).body.items).toMatchObject([
    { outcome: 'done' },
  ]);
  expect((await rep.call(listCustomers, {})).body.items.map(({ id }) => id)).toEqual([first.body.id]);
});

test('after 30 days nothing is left but that it was; the audit stays', async () => {
  const house = await testHouse();
  const { rep, admin } = await company(people);
  const id = await newLead(rep, { companyName: '绍兴越川纺机厂', contactName: '郑总', phone: '13870412046' });
  const { payload, headers } = form({ file: '机密', name: '报价.pdf' });
  const file = await rep.inject({
    method: 'POST',
    url: `/api/v1${uploadAttachment.path.replace(':id', id)}`,
    payload,
    headers,
  });
  await house.drain(rep.orgId);
  await rep.call(deleteRecords, { body: { ids: [id] } });
  house.time.advance(30 * DAY - 1_000);
  await sweepBin.run({ orgId: rep.orgId, services: house.services });
  expect((await rep.call(listDeleted, {})).body.items).toMatchObject([{ id, daysLeft: 1 }]);
  house.time.advance(1_000);
  await house.drain(rep.orgId);
  expect((await admin.call(listDeleted, {})).body.items).toEqual([]);
  expect((await admin.call(restoreRecords, { body: { ids: [id] } })).body.items).toMatchObject([
    { outcome: 'not_found' },
  ]);
  expect((await admin.call(downloadAttachment, { params: { id: (file.body as { id: string }).id } })).status).toBe(404);
  const tables = await house.services.database.readRows<{ name: string }>(rep.orgId, {
    text: `select viewname as name from pg_views where schemaname = 'seen' and viewname not in ('organizations', 'audit', 'idempotency')`,
    values: [],
  });
  const telling: string[] = [];
  for (const { name } of tables) {
    const text = `select t::text as row from seen.${name} t where t.org_id = $1`;
    const rows = JSON.stringify(await house.services.database.readRows(rep.orgId, { text, values: [rep.orgId] }));
    if (/越川|郑总|13870412046/.test(rows)) telling.push(name);
  }
  expect(telling).toEqual([]);
  const audit = await house.services.database.readRows<{ changes: number }>(rep.orgId, {
    text: `select count(*)::int as changes from seen.audit where org_id = $1 and record_id = $2`,
    values: [rep.orgId, id],
  });
  expect(audit[0]?.changes).toBeGreaterThan(3);
});

test('an administrator removes for good at once, with a reason that is kept', async () => {
  const house = await testHouse();
  const { rep, admin } = await company(people);
  const [id, living] = [await newLead(rep), await newLead(rep)];
  await rep.call(deleteRecords, { body: { ids: [id] } });
  expect((await rep.call(purgeRecords, { body: { ids: [id], reason: '客户要求' } })).status).toBe(403);
  expect(
    (await admin.call(purgeRecords, { body: { ids: [id, living], reason: '客户要求' } })).body.items,
  ).toMatchObject([
    { id, outcome: 'done' },
    { id: living, outcome: 'not_found' },
  ]);
  expect((await rep.call(listLeads, {})).body.items.map((lead) => lead.id)).toEqual([living]);
  const [kept] = await house.services.database.readRows<{ endReason: string; ending: string }>(rep.orgId, {
    text: 'select end_reason as "endReason", ending from seen.record_moves where org_id = $1',
    values: [rep.orgId],
  });
  expect(kept).toEqual({ endReason: '客户要求', ending: 'purged' });
});

test('many records go and come back in one call each', async () => {
  const { rep } = await company(people);
  const ids: string[] = [];
  for (let i = 0; i < 20; i += 1) ids.push(await newLead(rep, { companyName: `绍兴越川纺机${i}厂` }));
  expect((await rep.call(deleteRecords, { body: { ids } })).body.items.every(({ outcome }) => outcome === 'done')).toBe(
    true,
  );
  expect((await rep.call(listLeads, {})).body.items).toEqual([]);
  await rep.call(restoreRecords, { body: { ids } });
  expect((await rep.call(listLeads, {})).body.items).toHaveLength(20);
  expect((await rep.call(listAttachments, { params: { id: ids[0] ?? '' } })).status).toBe(200);
  const tooMany = Array.from({ length: 201 }, () => ids[0] ?? '');
  expect((await rep.call(deleteRecords, { body: { ids: tooMany } })).status).toBe(422);
});
