import * as protocol from '@dealtrail/protocol/audit';
import { createLead, getLead, invalidateLead, revealLead, updateLead } from '@dealtrail/protocol/leads';
import { createOpportunity, getOpportunity, updateOpportunity } from '@dealtrail/protocol/opportunities';
import { createCustomer } from '@dealtrail/protocol/customers';
import { deleteRecords } from '@dealtrail/protocol/records';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../testing/test-house.ts';
import { sweepSeals } from './sweep-seals.ts';
import { sweepVerdicts } from './verdicts.ts';

const people = {
  rep: { role: 'representative', department: 'North', name: '李想' },
  mate: { role: 'representative', department: 'North', name: '沈牧' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  admin: { role: 'administrator' },
} as const;

const DAY = 86_400_000;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

async function leadOf(caller: Caller, facts: Record<string, string> = {}) {
  const body = {
    companyName: '晨星科技有限公司',
    contactName: '张伟',
    phone: '13895672046',
    source: '转介绍',
    city: '苏州',
    ...facts,
  };
  const made = await caller.call(createLead, { body });
  expect(made.status).toBe(201);
  return made.body;
}

const search = async (who: Caller, query: Record<string, string> = {}) =>
  (await who.call(protocol.searchAudit, { query })).body;

test('the audit is asked by person, operation, chapter, record, number, field and days', async () => {
  const house = await testHouse();
  const { rep, mate, admin } = await company(people);
  const mine = await leadOf(rep);
  house.time.advance(DAY);
  const theirs = await leadOf(mate, { companyName: '北斗仪器有限公司', phone: '13870412046' });
  await mate.call(updateLead, {
    params: { id: theirs.id },
    body: { version: theirs.version, contactTitle: '采购经理' },
  });
  const of = async (query: Record<string, string>) =>
    new Set((await search(admin, query)).items.map(({ record }) => record?.id));
  expect(await of({ actorId: rep.memberId })).toEqual(new Set([mine.id]));
  expect(await of({ operation: 'leads.update' })).toEqual(new Set([theirs.id]));
  expect(await of({ operation: 'leads' })).toEqual(new Set([mine.id, theirs.id]));
  expect(await of({ operation: 'lead' })).toEqual(new Set());
  expect(await of({ recordId: mine.id })).toEqual(new Set([mine.id]));
  expect(await of({ number: mine.number.toLowerCase() })).toEqual(new Set([mine.id]));
  expect(await of({ field: 'contactTitle', operation: 'leads.update' })).toEqual(new Set([theirs.id]));
  expect(await of({ from: '2026-03-19', operation: 'leads' })).toEqual(new Set([theirs.id]));
  expect(await of({ to: '2026-03-18', operation: 'leads' })).toEqual(new Set([mine.id]));
  const [line] = (await search(admin, { operation: 'leads.update' })).items;
  expect(line).toMatchObject({
    actorName: '沈牧',
    table: 'leads',
    changes: { contactTitle: { before: null, after: '采购经理' } },
  });
  expect(line?.record).toEqual({ id: theirs.id, kind: 'lead', number: theirs.number, title: '北斗仪器有限公司' });
});

test('pages follow one another without a gap, owners are named, contact data is masked', async () => {
  const { rep, admin } = await company(people);
  for (let i = 0; i < 30; i += 1) await leadOf(rep);
  const seen: string[] = [];
  const named: (string | undefined)[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof search>> = await search(admin, cursor === null ? {} : { cursor });
    expect(JSON.stringify(page)).not.toContain('95672046');
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor;
    named.push(...page.items.flatMap(({ table, names }) => (table === 'leads' ? [names[rep.memberId]] : [])));
  } while (cursor !== null);
  expect(new Set(named)).toEqual(new Set(['李想']));
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(60);
});

test('the audit is for who holds audit.read, in their own organisation', async () => {
  const { rep, boss } = await company(people);
  const other = await company(people);
  await leadOf(rep);
  expect((await boss.call(protocol.searchAudit, {})).status).toBe(403);
  expect((await search(other.admin, { operation: 'leads' })).items).toEqual([]);
});

test('a field goes back to its value before a change through its own update, with its rules and version', async () => {
  const { rep, mate } = await company(people);
  const { id, version } = await leadOf(rep);
  await rep.call(updateLead, {
    params: { id },
    body: { version, companyName: '北斗仪器有限公司', phone: '13870412046', city: '无锡' },
  });
  const history = (await rep.call(protocol.listAudit, { params: { id } })).body;
  const change = history.items.find(({ operation, table }) => operation === 'leads.update' && table === 'leads');
  expect(change?.restorable.toSorted()).toEqual(['city', 'companyName']);
  const put = (who: Caller, field: string, at: number) =>
    who.call(protocol.restoreValue, { params: { id: change?.id ?? '' }, body: { field, version: at } });
  expect((await put(rep, 'companyName', version)).problem.code).toBe('stale_version');
  expect((await put(rep, 'phone', history.version ?? 0)).problem.code).toBe('value_masked');
  expect((await put(rep, 'priorityOverridden', history.version ?? 0)).problem.code).toBe('value_computed');
  expect((await put(rep, 'nonsense', history.version ?? 0)).problem.code).toBe('value_computed');
  expect((await put(mate, 'companyName', history.version ?? 0)).status).toBe(404);
  expect((await put(rep, 'companyName', history.version ?? 0)).status).toBe(200);
  expect((await rep.call(getLead, { params: { id } })).body).toMatchObject({
    companyName: '晨星科技有限公司',
    city: '无锡',
  });
  const [restored] = (await rep.call(protocol.listAudit, { params: { id }, query: { field: 'companyName' } })).body
    .items;
  expect(restored).toMatchObject({
    operation: 'audit.restoreValue',
    changes: { companyName: { before: '北斗仪器有限公司', after: '晨星科技有限公司' } },
  });
});

test('nothing is put back on what is closed or deleted, nor by who does not see it, nor a price that is masked', async () => {
  const { rep, mate } = await company(people);
  const lead = await leadOf(rep);
  await rep.call(updateLead, { params: { id: lead.id }, body: { version: lead.version, city: '无锡' } });
  const { items } = (await rep.call(protocol.listAudit, { params: { id: lead.id } })).body;
  const change = items.find(({ restorable }) => restorable.includes('city'))?.id ?? '';
  const put = async () => {
    const at = (await rep.call(protocol.listAudit, { params: { id: lead.id } })).body.version ?? 1;
    return rep.call(protocol.restoreValue, { params: { id: change }, body: { field: 'city', version: at } });
  };
  const closed = await rep.call(invalidateLead, {
    params: { id: lead.id },
    body: { reason: 'wrong_information' },
  });
  expect(closed.status).toBe(200);
  expect((await put()).problem.code).toBe('lead_closed');
  await rep.call(deleteRecords, { body: { ids: [lead.id] } });
  expect((await put()).status).toBe(404);

  const { body: customer } = await rep.call(createCustomer, { body: { name: '绍兴越川纺机厂' } });
  const { body: deal } = await rep.call(createOpportunity, { body: { name: '检测线', customerId: customer.id } });
  const changed = await rep.call(updateOpportunity, {
    params: { id: deal.id },
    body: { version: deal.version, amountMinor: 90_017, competitor: '华检' },
  });
  expect(changed.status).toBe(200);
  const history = (await rep.call(protocol.listAudit, { params: { id: deal.id } })).body;
  const line = history.items.find(({ operation }) => operation === 'opportunities.update');
  expect(line?.restorable).toEqual(['competitor']);
  expect(line?.changes.amountMinor).toEqual({ before: null, after: '***' });
  const restore = (who: Caller, field: string) =>
    who.call(protocol.restoreValue, { params: { id: line?.id ?? '' }, body: { field, version: history.version ?? 0 } });
  expect((await restore(mate, 'competitor')).status).toBe(404);
  expect((await restore(rep, 'amountMinor')).problem.code).toBe('value_masked');
  expect((await restore(rep, 'competitor')).status).toBe(200);
  expect((await rep.call(getOpportunity, { params: { id: deal.id } })).body.competitor).toBeNull();
});

test('who saw the contact data of a record is told to who reads the audit, and to nobody else', async () => {
  const { rep, boss, admin } = await company(people);
  const { id } = await leadOf(rep);
  await boss.call(revealLead, { params: { id }, body: { purpose: 'copy', reason: '客户来电核实' } });
  expect((await admin.call(protocol.listReadings, { params: { id } })).body.items).toMatchObject([
    { memberName: 'boss', purpose: 'copy', reason: '客户来电核实' },
  ]);
  expect((await rep.call(protocol.listReadings, { params: { id } })).status).toBe(403);
});

test('the history is checked every day and at once when asked, at most once a minute', async () => {
  const house = await testHouse();
  const { rep, admin } = await company(people);
  await leadOf(rep);
  const verdict = async () => (await admin.call(protocol.lastVerdict, {})).body.verdict;
  expect(await verdict()).toBeNull();
  await sweepSeals.run({ orgId: rep.orgId, services: house.services });
  await sweepVerdicts.run({ orgId: rep.orgId, services: house.services });
  const first = await verdict();
  expect(first).toMatchObject({ broken: null, unsealed: 0, upTo: house.time.now().toISOString() });
  expect(first?.sealed).toBeGreaterThan(0);
  await leadOf(rep);
  expect((await admin.call(protocol.verifyHistory, {})).body).toEqual(first);
  house.time.advance(60_000);
  expect((await admin.call(protocol.verifyHistory, {})).body.unsealed).toBeGreaterThan(0);
  expect((await rep.call(protocol.verifyHistory, {})).status).toBe(403);
});
