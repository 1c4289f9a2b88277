import { undoBulk } from '@dealtrail/protocol/bulk';
import { bulkLeads, getLead, listLeads, updateLead } from '@dealtrail/protocol/leads';
import {
  countBook,
  getBook,
  listBooks,
  listVersions,
  restoreVersion,
  saveBook,
  tryBook,
} from '@dealtrail/protocol/rules';
import type { Book, Rule } from '@dealtrail/protocol/rules';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  admin: { role: 'administrator', name: '管理员' },
  rep: { role: 'representative', department: 'North', name: '李雷' },
} as const;

const INTENT = 'leads.intent';
const fairBuyers: Rule = {
  id: 'fair_buyers',
  name: '展会采购',
  active: true,
  when: {
    all: [
      { field: 'source', op: 'in', value: ['exhibition'] },
      { field: 'need', op: 'mentions', value: ['采购', '预算'] },
    ],
  },
  says: { level: 'medium', label: '中意向-展会' },
};

const read = async (admin: Caller, book = INTENT): Promise<Book> =>
  (await admin.call(getBook, { query: { book } })).body;
const save = (admin: Caller, base: Book, rules: readonly Rule[], note?: string) =>
  admin.call(saveBook, {
    body: { book: base.key, baseVersion: base.version, rules: [...rules], ...(note ? { note } : {}) },
  });

test('a changed rule holds for the next lead, which keeps rule, version and reason', async () => {
  const { admin, rep } = await company(people);
  const shipped = await read(admin);
  expect([shipped.version, shipped.items.length, shipped.savedByName]).toEqual([0, 8, null]);
  expect(shipped.fields.find(({ name }) => name === 'source')?.options).toContainEqual({
    value: 'exhibition',
    label: '展会咨询',
  });
  const saved = await save(admin, shipped, [fairBuyers, ...shipped.items], '展会的采购先核实');
  expect([saved.status, saved.body.version, saved.body.savedByName]).toEqual([200, 1, '管理员']);
  const lead = await buildLead(rep, { source: '展会', need: '需要采购50台' });
  expect([lead.intent, lead.intentLabel]).toEqual(['medium', '中意向-展会']);
  expect(lead.intentWhy).toEqual([
    { key: 'rules.why.by', params: { rule: '展会采购' } },
    { key: 'leads.met.source.is', params: { value: '展会咨询' } },
    { key: 'leads.met.need.mentions', params: { value: '采购' } },
  ]);
  const { zh, en } = (await testHouse()).services.registry.messages;
  for (const { key } of [...lead.intentWhy, ...lead.priorityWhy]) expect([zh[key], en[key]]).not.toContain(undefined);
  // Two at once: the second one sees what the first one saved.
  const late = await save(admin, shipped, shipped.items);
  expect([late.status, late.problem.code]).toEqual([409, 'stale_version']);
});

test('versions tell what changed rule by rule, and any of them holds again', async () => {
  const { admin } = await company(people);
  const shipped = await read(admin);
  const first = (await save(admin, shipped, [fairBuyers, ...shipped.items])).body;
  const [, ...rest] = first.items;
  const second = (
    await save(admin, first, [{ ...fairBuyers, active: false }, ...rest.toReversed().slice(1), rest.at(-1)!])
  ).body;
  const equal = (await save(admin, second, second.items)).body;
  expect([second.version, equal.version]).toEqual([2, 2]);
  const { items } = (await admin.call(listVersions, { query: { book: INTENT } })).body;
  expect(items.map(({ version, changes }) => [version, changes[0]?.what])).toEqual([
    [2, 'changed'],
    [1, 'added'],
  ]);
  const body = { book: INTENT, version: 0, baseVersion: 2 };
  const back = await admin.call(restoreVersion, { body });
  expect([back.body.version, back.body.items]).toEqual([3, shipped.items]);
  expect((await admin.call(restoreVersion, { body: { ...body, version: 9, baseVersion: 3 } })).problem.code).toBe(
    'rule_version_unknown',
  );
});

test.each<[string, Partial<Rule>, string]>([
  ['a field the book does not have', { when: { field: 'phone', op: 'eq', value: '1' } }, 'rules.0.when.field'],
  ['an outcome without a level', { says: { label: '高' } }, 'rules.0.says.level'],
  ['the id of another rule', { id: 'otherwise' }, 'rules.8.id'],
])('a rule with %s is refused by name', async (_, wrong, path) => {
  const { admin } = await company(people);
  const shipped = await read(admin);
  const refused = await save(admin, shipped, [{ ...fairBuyers, ...wrong }, ...shipped.items]);
  expect([refused.status, refused.problem.fields?.map((field) => field.path)]).toEqual([422, [path]]);
});

test('a book that must speak keeps a last rule for everything', async () => {
  const { admin } = await company(people);
  const shipped = await read(admin);
  const refused = await save(admin, shipped, shipped.items.slice(0, -1));
  expect(refused.problem.fields?.[0]?.code).toBe('rules.refused.last');
});

test('a draft is tried on the leads of the year: what it hits, what would change, what people decided stays', async () => {
  const { admin, rep } = await company(people);
  const [one] = [
    await buildLead(rep, { source: '展会', need: '需要采购50台' }),
    await buildLead(rep, { source: '展会', need: '预算20万' }),
    await buildLead(rep, { source: '官网', need: '需要采购50台' }),
  ];
  const kept = await buildLead(rep, { source: '展会', need: '采购设备' });
  await rep.call(updateLead, { params: { id: kept.id }, body: { version: kept.version, intent: 'low' } });
  const shipped = await read(admin);
  const trial = await admin.call(tryBook, { body: { book: INTENT, rules: [fairBuyers, ...shipped.items] } });
  expect(trial.body).toMatchObject({ checked: 4, capped: false, changing: 2, kept: 1, sinceOn: '2025-03-18' });
  expect(trial.body.hits[0]).toEqual({ ruleId: 'fair_buyers', count: 3 });
  expect(trial.body.changes).toMatchObject([{ ruleId: 'fair_buyers', from: 'high', to: 'medium', count: 2 }]);
  expect(trial.body.changes[0]?.examples.map(({ id }) => id)).toContain(one?.id);
  expect((await read(admin)).version).toBe(0);
});

test('what people decide otherwise is kept beside what the rule said, and counted for the rule', async () => {
  const { admin, rep } = await company(people);
  for (let n = 0; n < 11; n += 1) {
    const lead = await buildLead(rep, { need: '需要采购50台' });
    if (n < 10) await rep.call(updateLead, { params: { id: lead.id }, body: { version: lead.version, intent: 'low' } });
  }
  const { items } = (await admin.call(countBook, { query: { book: INTENT } })).body;
  expect(items).toMatchObject([{ ruleId: 'purchase', hits: 11, overridden: 10, doubtful: true }]);
  const opened = await admin.call(listLeads, { query: { filter: items[0]!.overriddenFilter, total: 'exact' } });
  expect(opened.body.total?.count).toBe(10);
  const lead = await admin.call(getLead, { params: { id: opened.body.items[0]!.id } });
  expect(lead.body).toMatchObject({ intent: 'low', intentSaid: 'high', intentOverridden: true });
});

test('the profile adds points of each question, by thresholds of the organisation', async () => {
  const { admin, rep } = await company(people);
  const book = await read(admin, 'leads.priority');
  expect(book.settings).toEqual({ high: 5, medium: 3 });
  const partner: Rule = {
    id: 'partner',
    name: '老客户',
    active: true,
    when: { field: 'customerType', op: 'eq', value: 'existing' },
    says: { question: 'other', points: 3 },
  };
  const body = { book: book.key, baseVersion: 0, rules: [...book.items, partner], settings: { high: 6, medium: 2 } };
  expect((await admin.call(saveBook, { body: { ...body, settings: { high: 2, medium: 3 } } })).status).toBe(422);
  expect((await admin.call(saveBook, { body })).body.settings).toEqual({ high: 6, medium: 2 });
  const lead = await buildLead(rep, { industry: '农业', need: '看', customerType: 'existing', budgetMinor: null });
  expect(lead.priority).toBe('medium');
  expect(lead.priorityWhy.slice(0, 2)).toEqual([
    { key: 'leads.why.priority.points', params: { rule: '老客户', points: 3 } },
    { key: 'leads.met.customerType.is.existing', params: {} },
  ]);
});

test('what a lead must have depends on its source and type, and its clock of two working hours with it', async () => {
  const { admin, rep } = await company(people);
  const book = await read(admin, 'leads.completeness');
  const fair: Rule = {
    id: 'fair',
    name: '展会名片',
    active: true,
    when: { field: 'source', op: 'in', value: ['exhibition'] },
    says: { demands: ['companyName', 'phoneOrEmail'] },
  };
  await save(admin, book, [fair, ...book.items]);
  const card = await buildLead(rep, { source: '展会', industry: null, contactTitle: null, need: null });
  const other = await buildLead(rep, { source: '官网', industry: null });
  expect([card.complete, other.missing]).toEqual([true, ['industry']]);
  const clocks = (lead: typeof card) => lead.clocks.filter(({ policyKey }) => policyKey === 'complete_lead').length;
  expect([clocks(card), clocks(other)]).toEqual([0, 1]);
});

test('leads are judged anew by new rules when somebody asks: what people set stays, and it can be taken back', async () => {
  const { admin, rep } = await company(people);
  const lead = await buildLead(rep, { source: '展会', need: '需要采购50台' });
  const kept = await buildLead(rep, { source: '展会', need: '采购设备' });
  await rep.call(updateLead, { params: { id: kept.id }, body: { version: kept.version, intent: 'low' } });
  await buildLead(rep, { source: '官网', need: '需要采购50台' });
  const shipped = await read(admin);
  await save(admin, shipped, [fairBuyers, ...shipped.items]);
  const body = { choice: { filter: null }, action: { do: 'judge' as const } };
  expect((await rep.call(bulkLeads, { body })).status).toBe(403);
  const run = (await admin.call(bulkLeads, { body })).body;
  expect([run.total, run.changed, run.unchanged]).toEqual([3, 1, 2]);
  const intentOf = async (id: string) => (await admin.call(getLead, { params: { id } })).body.intent;
  expect([await intentOf(lead.id), await intentOf(kept.id)]).toEqual(['medium', 'low']);
  await admin.call(undoBulk, { params: { id: run.id! }, body: {} });
  expect(await intentOf(lead.id)).toBe('high');
});

test('rules are seen and changed by those who keep them', async () => {
  const { admin, rep } = await company(people);
  const keys = (await admin.call(listBooks, {})).body.items.map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(['leads.intent', 'leads.priority', 'leads.completeness']));
  expect((await rep.call(listBooks, {})).body.items).toEqual([]);
  expect((await rep.call(getBook, { query: { book: INTENT } })).status).toBe(403);
  expect((await admin.call(getBook, { query: { book: 'leads.weather' } })).problem.code).toBe('book_unknown');
});
