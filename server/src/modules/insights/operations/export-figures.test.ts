import { searchAudit } from '@dealtrail/protocol/audit';
import { listTransfers } from '@dealtrail/protocol/exports';
import { exportFigures, FigureTable, leadConversion } from '@dealtrail/protocol/insights';
import { createLead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../testing/test-house.ts';

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  rep: { role: 'representative', department: 'North', name: '李雷' },
  far: { role: 'representative', department: 'South', name: '唐疏影' },
  admin: { role: 'administrator', name: '管理员' },
} as const;

const take = (caller: Caller, query: Record<string, string>, locale = 'zh') =>
  caller.inject({
    method: 'GET',
    url: `/api/v1${exportFigures.path}?${new URLSearchParams({ format: 'csv', ...query }).toString()}`,
    headers: { 'accept-language': locale },
  });

const lines = (body: unknown) => String(body).replace('\ufeff', '').trim().split('\r\n');

async function threeLeads(rep: Caller): Promise<void> {
  for (const [companyName, industry] of [
    ['屿澄精密', '=HYPERLINK("http://evil.example","x")'],
    ['澄禾新材', '教育'],
    ['蓝海物流', '教育'],
  ])
    await rep.call(createLead, { body: { companyName, industry, source: 'website' } });
}

test('a table leaves as it is seen, marked, and nothing in it is computed on opening', async () => {
  const { boss, rep } = await company(people);
  await threeLeads(rep);
  const file = await take(boss, { table: 'conversion', by: 'industry' });
  expect(file.status).toBe(200);
  expect(file.headers['content-disposition']).toContain(encodeURIComponent('线索转化-20260318-1012.csv'));
  const [mark, headings, ...rows] = lines(file.body);
  expect(mark).toContain('王总');
  expect(headings).toBe(
    '行业,线索数,无效,已签约,转化率（%）,剔除无效的转化率（%）,中位周期（天）,周期下四分位（天）,周期上四分位（天）',
  );
  const { groups } = (await boss.call(leadConversion, { query: { by: 'industry' } })).body;
  expect(rows).toHaveLength(groups.length + 1);
  expect(rows).toContain('教育,2,0,0,,,,,');
  expect(rows.at(-1)).toBe('全部,3,0,0,,,,,');
  expect(rows.find((row) => row.includes('HYPERLINK'))).toMatch(/^"?'=HYPERLINK/);
});

test('it counts what its member may see, in their language', async () => {
  const { boss, admin, rep, far } = await company(people);
  await threeLeads(rep);
  await far.call(createLead, { body: { companyName: '远航贸易', source: 'website' } });
  const total = async (caller: Caller) => lines((await take(caller, { table: 'conversion' }, 'en')).body).at(-1);
  expect([await total(boss), await total(admin)]).toEqual(['All,3,0,0,,,,,', 'All,4,0,0,,,,,']);
});

test.each(FigureTable.options)('the table %s leaves as CSV and as a workbook', async (table) => {
  const { boss, rep } = await company(people);
  await threeLeads(rep);
  const [, headings = '', ...rows] = lines((await take(boss, { table })).body);
  expect(headings).not.toMatch(/insights\.|table/);
  expect(rows.join('\n')).not.toMatch(/insights\.|invalidReason/);
  const book = await take(boss, { table, format: 'xlsx' });
  expect([book.status, String(book.headers['content-type'])]).toEqual([200, expect.stringContaining('spreadsheetml')]);
});

test('who took which table stands in the task centre and in the audit', async () => {
  const { boss, admin } = await company(people);
  await take(boss, { table: 'cohorts', from: '2026-01-01', to: '2026-02-28' });
  const [transfer] = (await admin.call(listTransfers, { query: { whose: 'everyone' } })).body.items;
  expect(transfer).toMatchObject({
    what: 'export',
    kind: 'insight',
    memberName: '王总',
    rows: 2,
    downloads: 1,
    state: 'expired',
    filter: '{"table":"cohorts","from":"2026-01-01","to":"2026-02-28"}',
  });
  const audited = await admin.call(searchAudit, { query: { operation: exportFigures.id } });
  expect(audited.body.items).toMatchObject([{ table: 'exports', actorName: '王总' }]);
});

test('reading is not exporting, and a period must be one', async () => {
  const { boss, rep } = await company(people);
  expect((await take(rep, { table: 'conversion' })).status).toBe(403);
  const reversed = await take(boss, { table: 'conversion', from: '2026-02-01', to: '2026-01-01' });
  expect([reversed.status, reversed.problem.code]).toEqual([422, 'period_reversed']);
  expect((await take(boss, { table: 'everything' })).status).toBe(422);
});
