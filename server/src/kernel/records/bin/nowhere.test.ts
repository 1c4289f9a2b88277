import { createTask, timeline } from '@dealtrail/protocol/activities';
import { listAttachments } from '@dealtrail/protocol/attachments';
import { createCustomer, getCustomer, listCustomers } from '@dealtrail/protocol/customers';
import { funnel, leadConversion, today } from '@dealtrail/protocol/insights';
import { assignLead, createLead, findDuplicates, getLead, listLeads, startImport } from '@dealtrail/protocol/leads';
import { getImport } from '@dealtrail/protocol/imports';
import { listNotifications } from '@dealtrail/protocol/notifications';
import {
  board,
  createOpportunity,
  getOpportunity,
  listOpportunities,
  previewFromLead,
} from '@dealtrail/protocol/opportunities';
import { deleteRecords, getRecord, listShares, restoreRecords, shareRecord } from '@dealtrail/protocol/records';
import { search } from '@dealtrail/protocol/search';
import { beforeEach, expect, test } from 'vitest';
import { multipart } from '../../../testing/build-by-verb.ts';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';

/** A company that exists once; its name stands in lead, customer and deal. */
const WORD = '玄鹭';
const NAME = `苏州${WORD}精密制造有限公司`;
const PHONE = '13870412046';

const people = {
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North', name: '沈牧' },
  boss: { role: 'sales_manager', department: 'North', supervises: 'North' },
  admin: { role: 'administrator' },
} as const;

beforeEach(async () => {
  (await testHouse()).time.set(TEST_START);
});

interface Ids {
  readonly lead: string;
  readonly twin: string;
  readonly customer: string;
  readonly deal: string;
}

/** Everything a person can get out of the product that speaks of records. */
async function outputsFor(who: Caller, ids: Ids): Promise<[string, unknown][]> {
  const period = { from: '2026-03-01', to: '2026-03-31' };
  const called: [string, Promise<{ body: unknown }>][] = [
    ['leads', who.call(listLeads, { query: { total: 'exact' } })],
    ['leads by word', who.call(listLeads, { query: { q: WORD } })],
    ['leads by phone', who.call(listLeads, { query: { q: PHONE.slice(-4) } })],
    ['lead', who.call(getLead, { params: { id: ids.lead } })],
    ['the other lead with this phone', who.call(getLead, { params: { id: ids.twin } })],
    ['head', who.call(getRecord, { params: { id: ids.lead } })],
    ['timeline', who.call(timeline, { params: { id: ids.lead } })],
    ['files', who.call(listAttachments, { params: { id: ids.lead } })],
    ['shares', who.call(listShares, { params: { id: ids.lead } })],
    ['conversion preview', who.call(previewFromLead, { params: { leadId: ids.lead } })],
    ['customers', who.call(listCustomers, {})],
    ['customer', who.call(getCustomer, { params: { id: ids.customer } })],
    ['opportunities', who.call(listOpportunities, {})],
    ['board', who.call(board, {})],
    ['opportunity', who.call(getOpportunity, { params: { id: ids.deal } })],
    ['search', who.call(search, { query: { q: WORD } })],
    ['search by phone', who.call(search, { query: { q: PHONE } })],
    ['duplicates', who.call(findDuplicates, { body: { companyName: NAME, phone: PHONE } })],
    ['today', who.call(today, {})],
    ['conversion', who.call(leadConversion, { query: { by: 'source', ...period } })],
    ['funnel', who.call(funnel, { query: period })],
    ['notifications', who.call(listNotifications, {})],
  ];
  return Promise.all(called.map(async ([name, answer]): Promise<[string, unknown]> => [name, (await answer).body]));
}

/** Which outputs name the word or an id of what was deleted. */
async function telling(everybody: readonly Caller[], ids: Ids): Promise<string[]> {
  const words = [WORD, ids.lead, ids.customer, ids.deal];
  const found = new Set<string>();
  for (const who of everybody) {
    for (const [name, output] of await outputsFor(who, ids)) {
      const text = JSON.stringify(output);
      if (words.some((word) => text.includes(word))) found.add(name);
    }
  }
  return [...found];
}

async function story(rep: Caller, mate: Caller, boss: Caller): Promise<Ids> {
  const house = await testHouse();
  const made = await rep.call(createLead, {
    body: { companyName: NAME, contactName: '陆明舟', phone: PHONE, source: '转介绍' },
  });
  const twin = await rep.call(createLead, { body: { companyName: '绍兴越川纺机厂', phone: PHONE, source: '转介绍' } });
  const customer = await rep.call(createCustomer, { body: { name: NAME } });
  const deal = await rep.call(createOpportunity, { body: { name: `${WORD}检测线`, customerId: customer.body.id } });
  const ids = { lead: made.body.id, twin: twin.body.id, customer: customer.body.id, deal: deal.body.id };
  await rep.call(createTask, { body: { title: `给${WORD}报价`, recordId: ids.lead } });
  await rep.call(shareRecord, { params: { id: ids.lead }, body: { memberId: mate.memberId, level: 'write' } });
  await boss.call(assignLead, {
    params: { id: ids.lead },
    body: { version: made.body.version, ownerId: mate.memberId, reason: '区域调整' },
  });
  await house.drain(rep.orgId);
  return ids;
}

test('a deleted record is named in no list, search, count, board, duplicate hit or message, and named again once restored', async () => {
  const { rep, mate, boss, admin } = await company(people);
  const everybody = [rep, mate, boss, admin];
  const ids = await story(rep, mate, boss);
  const all = [ids.lead, ids.deal, ids.customer];
  const before = await telling(everybody, ids);
  expect(before).toEqual(
    expect.arrayContaining(['leads', 'search', 'board', 'duplicates', 'today', 'notifications', 'customers']),
  );
  for (const id of all)
    expect((await boss.call(deleteRecords, { body: { ids: [id] } })).body.items).toMatchObject([{ outcome: 'done' }]);
  expect(await telling(everybody, ids)).toEqual([]);
  const left = await boss.call(listLeads, { query: { total: 'exact' } });
  expect([left.body.items.length, left.body.total]).toEqual([1, { count: 1, exact: true }]);
  expect(
    (await boss.call(restoreRecords, { body: { ids: all.toReversed() } })).body.items.map(({ outcome }) => outcome),
  ).toEqual(['done', 'done', 'done']);
  expect((await telling(everybody, ids)).toSorted()).toEqual(before.toSorted());
});

test('an import takes a row of a deleted lead for new', async () => {
  const house = await testHouse();
  const { rep, mate, boss, admin } = await company(people);
  const ids = await story(rep, mate, boss);
  await boss.call(deleteRecords, { body: { ids: [ids.lead, ids.deal, ids.customer] } });
  const file = multipart(`公司,来源\n${NAME},转介绍\n`, '{"公司":"companyName","来源":"source"}');
  const started = await admin.inject({ method: 'POST', url: `/api/v1${startImport.path}`, ...file });
  await house.drain(rep.orgId);
  const { id } = started.body as { id: string };
  expect((await admin.call(getImport, { params: { id } })).body).toMatchObject({
    state: 'done',
    created: 1,
    merged: 0,
  });
});
