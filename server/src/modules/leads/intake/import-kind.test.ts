import { timeline } from '@dealtrail/protocol/activities';
import { getImport, importErrors, type ImportView } from '@dealtrail/protocol/imports';
import { getLead, listLeads, listPoolLeads, peekImport, startImport, unlistedSources } from '@dealtrail/protocol/leads';
import { creditCodeCheck } from '@dealtrail/protocol/quality';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeEach, describe, expect, test } from 'vitest';
import { form } from '../../../kernel/http/testing/form.ts';
import { type Caller, company, TEST_START, testHouse } from '../../../testing/test-house.ts';
import { buildLead } from '../testing/build-lead.ts';
import { defaultPool } from '../rules/pools/default-pool.ts';
import { prepareLead } from './import-kind.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  rep: { role: 'representative', department: 'North', name: '李雷' },
  second: { role: 'representative', department: 'North', name: '韩梅' },
  south: { role: 'representative', department: 'South', name: '赵敏' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const known: Record<string, string> = {
  公司: 'companyName',
  联系人: 'contactName',
  电话: 'phone',
  邮箱: 'email',
  来源: 'source',
  编号: 'externalId',
  城市: 'city',
  信用代码: 'creditCode',
  网址: 'website',
  进公海: 'pool',
};

/** Sends a file with the columns it has mapped, lets it run, and returns its account. */
async function load(caller: Caller, file: string, more: Record<string, string> = {}): Promise<ImportView> {
  const house = await testHouse();
  const header = file.slice(0, file.indexOf('\n')).split(',');
  const mapping = JSON.stringify(Object.fromEntries(header.map((column) => [column, known[column]])));
  const sent = await caller.inject({
    method: 'POST',
    url: `/api/v1${startImport.path}`,
    ...form({ file, name: '线索.csv', fields: { mapping, ...more } }),
  });
  expect(sent.status).toBe(202);
  await house.drain(caller.orgId);
  return (await caller.call(getImport, { params: { id: (sent.body as { id: string }).id } })).body;
}

const leadsOf = async (caller: Caller) =>
  (await caller.call(listLeads, { query: { limit: 200, sort: 'createdAt' } })).body.items;
const counts = ({ rows, created, merged, duplicates, rejected }: ImportView) => ({
  rows,
  created,
  merged,
  duplicates,
  rejected,
});

test('credit code and website come in, tell leads to be the same, and fill what a known lead lacks', async () => {
  const { admin } = await company(people);
  const code = '91320594MA1MX9KA0X'.slice(0, 17);
  const whole = code + creditCodeCheck(code);
  const spaced = `${whole.slice(0, 8)} ${whole.slice(8).toLowerCase()}`;
  await load(admin, `公司,来源,编号\n屿澄精密制造有限公司,官网,A1`);
  const done = await load(
    admin,
    [
      '公司,来源,编号,信用代码,网址',
      `屿澄精密制造有限公司,官网,A1,${spaced},www.yucheng.cn`,
      `屿澄（苏州）精密,展会,,${whole},`,
      '蓝海物流有限公司,官网,A2,9.13206E+17,',
      '远航贸易有限公司,官网,A3,12345,',
    ].join('\n'),
  );
  expect(counts(done)).toMatchObject({ rows: 4, created: 1, merged: 1, duplicates: 1, rejected: 1 });
  expect(done.samples.map(({ line, problems }) => [line, problems.map(({ key }) => key)])).toEqual([
    [4, ['leads.import.credit_code_rounded']],
  ]);
  const leads = await leadsOf(admin);
  const read = async (name: string) => {
    const id = leads.find(({ companyName }) => companyName === name)?.id ?? '';
    return (await admin.call(getLead, { params: { id } })).body;
  };
  expect(await read('屿澄精密制造有限公司')).toMatchObject({ creditCode: whole, website: 'www.yucheng.cn' });
  // A code that cannot be right is kept as it came; the form points it out.
  expect(await read('远航贸易有限公司')).toMatchObject({ creditCode: '12345' });
});

test('every row of a file is accounted for, and the rejected ones say why', async () => {
  const { admin } = await company(people);
  const file = [
    '公司,联系人,电话,邮箱,来源,编号,城市',
    '华星科技有限公司,王敏,13800000001,,官网,A1,深圳',
    '华星科技,,,wang@example.cn,,,',
    '华星科技有限公司,王敏,13800000001,,官网,A1,深圳',
    '启明环保设备厂,,12345,,展会,A2,',
    ',,13800000003,,展会,,',
    '蓝海物流,赵强,,,,A4,',
    '远航贸易,孙丽,,,Select,A5,Select',
  ].join('\n');
  const done = await load(admin, file);
  expect(counts(done)).toEqual({ rows: 7, created: 3, merged: 1, duplicates: 1, rejected: 2 });
  expect(done.samples.map(({ line, problems }) => [line, problems.map(({ key }) => key)])).toEqual([
    [5, ['leads.import.phone_invalid']],
    [6, ['leads.import.lead_nameless']],
  ]);
  const [first] = await leadsOf(admin);
  expect(first).toMatchObject({
    companyName: '华星科技有限公司',
    email: 'w***@example.cn',
    region: '华南',
    source: 'website',
  });
  expect((await admin.call(unlistedSources, {})).body.items).toEqual([{ text: null, count: 2 }]);
  const errors = await admin.inject({ method: 'GET', url: `/api/v1${importErrors.path.replace(':id', done.id)}` });
  expect(String(errors.body)).toContain('电话号码不完整');
});

test('the same file again brings nothing new; a richer one fills blanks and overwrites nothing', async () => {
  const { admin } = await company(people);
  const plain = '公司,联系人,来源\n华星科技有限公司,,官网\n启明环保设备厂,张工,展会\n';
  expect(counts(await load(admin, plain))).toMatchObject({ created: 2 });
  expect(counts(await load(admin, plain))).toMatchObject({ rows: 2, created: 0, merged: 0, duplicates: 2 });
  const richer = '公司,联系人,电话,来源\n华星科技,王敏,13800000001,展会\n启明环保设备厂,李工,,官网\n';
  expect(counts(await load(admin, richer))).toMatchObject({ created: 0, merged: 1, duplicates: 1 });
  const [star, bright] = await leadsOf(admin);
  expect(star).toMatchObject({ contactName: '王敏', phone: '138****0001', source: 'website' });
  expect(bright).toMatchObject({ contactName: '张工', source: 'exhibition' });
  const again = await load(admin, '联系人,电话\n王敏,13800000001\n');
  expect(counts(again)).toMatchObject({ created: 0, duplicates: 1 });
  // Whoever has that number now asks for another company: nothing of it may get lost.
  expect(counts(await load(admin, '公司,电话\n蓝海物流,13800000001\n'))).toMatchObject({ created: 1 });
});

test('known leads are left as they are where the importer chose to skip them, those of the file itself too', async () => {
  const { admin } = await company(people);
  await load(admin, '公司,来源\n华星科技有限公司,官网\n');
  const again = '公司,电话,联系人\n华星科技,13800000001,王敏\n蓝海物流,,\n蓝海物流,,赵强\n';
  for (const dryRun of ['true', 'false'])
    expect(counts(await load(admin, again, { known: 'skip', dryRun }))).toMatchObject({
      created: 1,
      merged: 0,
      duplicates: 2,
    });
  const [star, sea] = await leadsOf(admin);
  expect([star?.phone, sea?.contactName]).toEqual([null, null]);
});

test("a colleague's lead beyond one's reach learns nothing from a file, and tells nothing", async () => {
  const { boss, south } = await company(people);
  const lead = await buildLead(south, { companyName: '青岛海光机械有限公司', contactTitle: null });
  const done = await load(boss, '公司,联系人\n青岛海光机械有限公司,外人\n');
  expect(counts(done)).toMatchObject({ created: 0, merged: 0, duplicates: 1 });
  expect((await south.call(getLead, { params: { id: lead.id } })).body).toMatchObject({
    contactName: '陆明舟',
    version: 1,
  });
});

test('a trial says what a file would bring and keeps nothing, over several batches and their repetitions', async () => {
  const { admin } = await company(people);
  const names = Array.from({ length: 450 }, (_, n) => `公司${n % 300}号贸易行,,`);
  const file = `公司,联系人,电话\n${names.join('\n')}\n公司7号贸易行,王敏,13800000001\n`;
  const trial = await load(admin, file, { dryRun: 'true' });
  expect(counts(trial)).toEqual({ rows: 451, created: 300, merged: 1, duplicates: 150, rejected: 0 });
  expect(await leadsOf(admin)).toEqual([]);
  expect(counts(await load(admin, file))).toEqual(counts(trial));
  expect((await leadsOf(admin)).map(({ number }) => number)).toContain('XLSH20260318001');
});

test('leads of a file are given out by the rules; each owner hears of the batch once', async () => {
  const { admin, rep, second, south } = await company(people);
  const file = `公司,城市\n${Array.from({ length: 30 }, (_, n) => `第${n}机床厂,上海`).join('\n')}\n`;
  expect((await load(admin, file)).created).toBe(30);
  const leads = await leadsOf(admin);
  for (const name of ['李雷', '韩梅', '赵敏'])
    expect(leads.filter(({ ownerName }) => ownerName === name)).toHaveLength(10);
  for (const caller of [rep, second, south]) {
    const told = (await caller.call(listNotifications, {})).body.items.filter(({ kind }) => kind === 'leads.assigned');
    expect(told.map(({ text }) => [text.key, text.params.count])).toEqual([['leads.notice.assigned_many', 10]]);
  }
  const lines = (await admin.call(timeline, { params: { id: leads[0]?.id ?? '' } })).body.items;
  expect(lines.map(({ text }) => text?.key)).toEqual(['leads.event.assigned', 'leads.event.imported']);
});

test('rows of a file that say so go into the pool, the others are given out', async () => {
  const { boss, rep } = await company(people);
  const file = ['公司,来源,进公海', '甲厂,展会咨询,是', '乙厂,展会咨询,否', '丙厂,展会咨询,公海'].join('\n');
  expect(counts(await load(boss, file))).toMatchObject({ rows: 3, created: 3, rejected: 0 });
  const pooled = await rep.call(listPoolLeads, { params: { id: defaultPool.id } });
  expect(new Set(pooled.body.items.map(({ companyName }) => companyName))).toEqual(new Set(['甲厂', '丙厂']));
  expect((await leadsOf(boss)).map(({ companyName }) => companyName)).toEqual(['乙厂']);
});

test('the headings people use are recognised, in Chinese and in English', async () => {
  const { admin, rep } = await company(people);
  const file = '客户名称,联系人,手机号,来源渠道,预算（万元）,所属行业,Lead ID,备用\n甲公司,,,,20,,,\n';
  const peeked = await admin.inject({ method: 'POST', url: `/api/v1${peekImport.path}`, ...form({ file }) });
  expect((peeked.body as { suggested: unknown }).suggested).toEqual({
    客户名称: 'companyName',
    联系人: 'contactName',
    手机号: 'phone',
    来源渠道: 'source',
    '预算（万元）': 'budgetWan',
    所属行业: 'industry',
    'Lead ID': 'externalId',
  });
  const refused = await rep.inject({ method: 'POST', url: `/api/v1${peekImport.path}`, ...form({ file }) });
  expect(refused.status).toBe(403);
});

describe('a row', () => {
  test.each([
    [{ budget: '20万' }, { budgetMinor: 20_000_000, currency: null }],
    [{ budgetWan: '20' }, { budgetMinor: 20_000_000, currency: null }],
    [{ budget: '1,200.50元' }, { budgetMinor: 120_050, currency: 'CNY' }],
    [
      { budget: '5000', currency: 'usd' },
      { budgetMinor: 500_000, currency: 'USD' },
    ],
    [{ expectedPurchaseOn: '2026年5月1日' }, { expectedPurchaseOn: '2026-05-01' }],
    [{ expectedPurchaseOn: '2026/5' }, { expectedPurchaseOn: '2026-05-31' }],
  ])('%o is read as %o', (cells, values) => {
    expect(prepareLead({ companyName: '甲公司', ...cells })).toMatchObject({
      values: { companyName: '甲公司', ...values },
    });
  });

  test.each([
    [{ budget: '面议' }, 'leads.import.budget_unreadable'],
    [{ budget: '20-30万' }, 'leads.import.budget_unreadable'],
    [{ currency: '贝壳' }, 'leads.import.currency_unknown'],
    [{ expectedPurchaseOn: '2026-02-30' }, 'leads.import.date_unreadable'],
    [{ companyName: '甲'.repeat(201) }, 'leads.import.too_long'],
  ])('%o is rejected: %s', (cells, key) => {
    expect(prepareLead({ companyName: '甲公司', ...cells })).toMatchObject({ rejected: [{ key }] });
  });
});
