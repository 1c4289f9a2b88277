import { timeline } from '@dealtrail/protocol/activities';
import { listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { listAudit, listReadings, searchAudit } from '@dealtrail/protocol/audit';
import { getCustomer, listCustomers } from '@dealtrail/protocol/customers';
import { exportOptions, listTransfers } from '@dealtrail/protocol/exports';
import { leadConversion, today } from '@dealtrail/protocol/insights';
import {
  assignLead,
  bulkLeads,
  createLead,
  findDuplicates,
  getLead,
  listLeads,
  listPoolLeads,
  listPoolMoves,
  listPools,
  recordFollowUp,
  revealLead,
} from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { board, getOpportunity, openFromLead, previewFromLead } from '@dealtrail/protocol/opportunities';
import {
  deleteRecords,
  getRecord,
  listDeleted,
  listShares,
  previewDelete,
  restoreRecords,
} from '@dealtrail/protocol/records';
import { search } from '@dealtrail/protocol/search';
import { expect, test } from 'vitest';
import { take } from '../kernel/exports/testing/take-export.ts';
import { type Caller, company, testHouse } from './test-house.ts';

/** Text that stands in one masked field and nowhere else; none of it may come out anywhere. */
const phone = '13870412046';
const hidden = ['1387041', '70412046', '387041204'];
const email = 'quetzalcoatlus@canary.test';
const wechat = 'wx_xylophone9';
const secrets = [...hidden, 'quetzalcoatlus', 'xylophone'];

const people = {
  admin: { role: 'administrator' },
  boss: { role: 'sales_manager', department: 'North', supervises: 'North', name: '林向晚' },
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'North', name: '沈牧' },
  marketing: { role: 'marketing' },
} as const;

function leaks(what: string, output: unknown): string[] {
  const text = typeof output === 'string' ? output : JSON.stringify(output);
  return secrets.filter((secret) => text.includes(secret)).map((secret) => `${what} shows ${secret}`);
}

/** The leads as this person exports them, every column chosen; a refusal tells nothing either. */
async function exportedBy(who: Caller): Promise<{ body: unknown }> {
  const options = await who.call(exportOptions, { query: { kind: 'lead' } });
  if (options.status !== 200) return options;
  const { text } = await take(who, { columns: options.body.columns.map(({ name }) => name) });
  return { body: text };
}

/** Everything a person can get out of the product about one lead and what became of it. */
async function outputsFor(
  who: Caller,
  ids: { lead: string; customer: string; opportunity: string },
): Promise<[string, unknown][]> {
  const called: [string, Promise<{ body: unknown }>][] = [
    ['lead', who.call(getLead, { params: { id: ids.lead } })],
    ['leads', who.call(listLeads, {})],
    ['leads found by suffix', who.call(listLeads, { query: { q: phone.slice(-4) } })],
    ['leads found by number', who.call(listLeads, { query: { q: phone } })],
    [
      'filter',
      who.call(listLeads, { query: { filter: JSON.stringify({ field: 'phone', op: 'startsWith', value: '138' }) } }),
    ],
    ['sort', who.call(listLeads, { query: { sort: 'phone' } })],
    ['customer', who.call(getCustomer, { params: { id: ids.customer } })],
    ['customers', who.call(listCustomers, { query: { q: '屿澄' } })],
    ['opportunity', who.call(getOpportunity, { params: { id: ids.opportunity } })],
    ['board', who.call(board, {})],
    ['timeline', who.call(timeline, { params: { id: ids.lead } })],
    ['customer timeline', who.call(timeline, { params: { id: ids.customer } })],
    ['audit', who.call(listAudit, { params: { id: ids.lead } })],
    ['customer audit', who.call(listAudit, { params: { id: ids.customer } })],
    ['audit of everything', who.call(searchAudit, {})],
    ['looks', who.call(listReadings, { params: { id: ids.lead } })],
    ['head', who.call(getRecord, { params: { id: ids.lead } })],
    ['shares', who.call(listShares, { params: { id: ids.lead } })],
    ['files', who.call(listAttachments, { params: { id: ids.lead } })],
    ['deletion foreseen', who.call(previewDelete, { body: { ids: [ids.lead, ids.customer, ids.opportunity] } })],
    ['notifications', who.call(listNotifications, {})],
    ['export', exportedBy(who)],
    ['transfers', who.call(listTransfers, {})],
    ['search', who.call(search, { query: { q: phone } })],
    ['duplicates', who.call(findDuplicates, { body: { phone, email } })],
    ['conversion preview', who.call(previewFromLead, { params: { leadId: ids.lead } })],
    ['today', who.call(today, {})],
    ['conversion', who.call(leadConversion, { query: { by: 'source' } })],
    [
      'refusal',
      who.call(createLead, { body: { companyName: '屿澄', source: '展会', phone: 'not a phone', email: 'x' } }),
    ],
    [
      'wrong upload',
      who.inject({ method: 'POST', url: `/api/v1${uploadAttachment.path.replace(':id', ids.lead)}`, payload: {} }),
    ],
  ];
  return Promise.all(called.map(async ([name, answer]): Promise<[string, unknown]> => [name, (await answer).body]));
}

test('contact data of a lead comes out of no output, for nobody, until it is revealed', {
  timeout: 60_000,
}, async () => {
  const house = await testHouse();
  const { rep, mate, ...others } = await company(people);
  const facts = {
    companyName: '苏州屿澄精密制造有限公司',
    contactName: '陆明舟',
    phone,
    email,
    wechat,
    source: '展会咨询',
    need: '采购检测设备',
  };
  const made = await rep.call(createLead, { body: facts });
  expect(made.status).toBe(201);
  const lead = made.body.id;
  await others.boss.call(assignLead, {
    params: { id: lead },
    body: { version: made.body.version, ownerId: mate.memberId, reason: '区域调整' },
  });
  const followed = await mate.call(recordFollowUp, {
    params: { id: lead },
    body: {
      method: 'phone',
      outcome: 'reached',
      content: '确认 3 个型号的检测需求',
      feedback: '要求两周内给方案',
      nextStep: '提交检测方案',
      nextStepOn: '2026-03-25',
    },
  });
  expect(followed.status).toBe(201);
  const opened = await mate.call(openFromLead, { body: { leadId: lead } });
  expect(opened.status).toBe(201);
  await house.drain();
  const ids = { lead, customer: opened.body.customerId, opportunity: opened.body.opportunity?.id ?? '' };
  const found = [
    ...leaks('created', made.body),
    ...leaks('follow-up', followed.body),
    ...leaks('conversion', opened.body),
  ];
  for (const who of [rep, mate, others.boss, others.admin, others.marketing]) {
    for (const [name, output] of await outputsFor(who, ids)) found.push(...leaks(name, output));
  }
  const all = { body: { ids: Object.values(ids) } };
  const gone = await others.boss.call(deleteRecords, all);
  expect(gone.body.items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  for (const who of [mate, others.boss, others.admin])
    found.push(...leaks('recycle bin', (await who.call(listDeleted, {})).body));
  await others.boss.call(restoreRecords, all);
  const events = await house.services.database.readRows(rep.orgId, {
    text: 'select data, text, cause from seen.events where org_id = $1',
    values: [rep.orgId],
  });
  const mails = await house.services.database.readRows(rep.orgId, {
    text: 'select params, recipient from seen.mails where org_id = $1',
    values: [rep.orgId],
  });
  found.push(...leaks('events', events), ...leaks('mails', mails));
  expect(found).toEqual([]);

  const revealed = await mate.call(revealLead, { params: { id: lead }, body: { purpose: 'call' } });
  expect(leaks('reveal', revealed.body).length).toBeGreaterThan(0);
});

test('what is masked can be neither filtered nor sorted by', async () => {
  const { rep } = await company(people);
  const filtered = await rep.call(listLeads, {
    query: { filter: JSON.stringify({ field: 'email', op: 'contains', value: 'a' }) },
  });
  const sorted = await rep.call(listLeads, { query: { sort: '-phone' } });
  expect([filtered.status, sorted.status]).toEqual([422, 422]);
});

test('a lead in a pool tells nobody whom to call, not even masked, until it is claimed', {
  timeout: 60_000,
}, async () => {
  const house = await testHouse();
  const { rep, marketing, ...others } = await company(people);
  const facts = { contactName: '陆明舟', phone, email, wechat, source: '展会咨询' };
  const made = await marketing.call(createLead, {
    body: { ...facts, companyName: '屿澄精密', need: '采购检测设备', assign: 'pool' },
  });
  expect(made.status).toBe(201);
  const { id } = made.body;
  for (const who of [rep, others.mate])
    await who.call(createLead, { body: { companyName: '越川纺机', source: '展会咨询' } });
  await house.drain();
  const { items: pools } = (await rep.call(listPools, {})).body;
  const pool = { params: { id: pools[0]?.id ?? '' } };
  const found: string[] = [];
  const tell = (what: string, { body }: { body: unknown }) => {
    const text = JSON.stringify(body);
    found.push(...leaks(what, text), ...['陆明舟', phone.slice(-4)].filter((told) => text.includes(told)));
  };
  for (const who of [rep, others.mate, others.boss]) {
    tell('pool', await who.call(listPoolLeads, pool));
    tell('pool found by number', await who.call(listPoolLeads, { ...pool, query: { q: phone } }));
    tell(
      'pool filtered',
      await who.call(listPoolLeads, {
        ...pool,
        query: { filter: JSON.stringify({ field: 'phone', op: 'contains', value: '138' }) },
      }),
    );
    tell('pools', await who.call(listPools, {}));
    tell(
      'moves',
      await who.call(listPoolMoves, { ...pool, query: { from: '2026-03-01', to: '2026-03-31', what: 'in' } }),
    );
    tell(
      'claim foreseen',
      await who.call(bulkLeads, { body: { choice: { ids: [id] }, action: { do: 'claim' }, dryRun: true } }),
    );
    for (const [name, output] of await outputsFor(who, { lead: id, customer: id, opportunity: id }))
      tell(name, { body: output });
  }
  for (const who of [marketing, others.admin]) {
    for (const [name, output] of await outputsFor(who, { lead: id, customer: id, opportunity: id }))
      found.push(...leaks(name, output));
    expect((await who.call(listLeads, { query: { q: phone } })).body.items).toEqual([]);
  }
  expect(found).toEqual([]);
});
