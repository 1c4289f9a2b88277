import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createCustomer } from '@dealtrail/protocol/customers';
import {
  cancelExport,
  downloadExport,
  exportOptions,
  getExport,
  getTransfer,
  listExportLimits,
  listTransfers,
  recordExports,
  saveExportLimit,
  startExport,
} from '@dealtrail/protocol/exports';
import { startImport } from '@dealtrail/protocol/leads';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeEach, expect, test, vi } from 'vitest';
import { company, TEST_START, testHouse } from '../../testing/test-house.ts';
import { form } from '../http/testing/form.ts';
import { peek } from '../imports/box/testing/read-all.ts';
import { claimExport } from './claim-export.ts';
import { runDueExport } from './index.ts';
import { buildLead, linesOf, order, take } from './testing/take-export.ts';

beforeEach(async () => (await testHouse()).time.set(TEST_START));

const people = {
  admin: { role: 'administrator', name: '管理员' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王总' },
  rep: { role: 'representative', department: 'North', name: '李雷' },
  other: { role: 'representative', department: 'South', name: '赵敏' },
} as const;

const columns = ['companyName', 'contactName', 'phone', 'email', 'ownerName'];

test('a list leaves as a file with the chosen columns, in the order of the list, marked with who took it', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep, {
    companyName: '华星科技有限公司',
    contactName: '王敏',
    phone: '13800000001',
    email: 'wang@example.cn',
  });
  house.time.advance(1_000);
  await buildLead(rep, { companyName: '蓝海, 物流', contactName: null, phone: '13800000002' });
  const { view, text } = await take(boss, { columns });
  expect(view).toMatchObject({ state: 'done', rows: 2, written: 2, format: 'csv', clear: false, memberName: '王总' });
  expect(view.fileName).toBe('线索-20260318-1012.csv');
  expect(view.columns).toEqual(['客户名称', '联系人', '电话', '邮箱', '负责人']);
  const [mark, head, ...lines] = text.trimEnd().split('\r\n');
  expect(mark).toMatch(/^\ufeff王总 于 2026-03-18 10:12 从Company \d+导出，仅限内部使用，请勿外传$/);
  expect(head).toBe('客户名称,联系人,电话,邮箱,负责人');
  expect(lines).toEqual(['"蓝海, 物流",,138****0002,,李雷', '华星科技有限公司,王敏,138****0001,w***@example.cn,李雷']);
});

test('a workbook carries the mark in its properties, its foot and a sheet of its own, and reads back as it was written', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep, { companyName: '=1+1', contactName: '+86 138', budgetMinor: 120_050 });
  const ordered = await order(boss, { format: 'xlsx', columns: ['companyName', 'contactName', 'budget'] });
  await house.drain(boss.orgId);
  const address = `/api/v1${downloadExport.path.replace(':id', ordered.body.id)}`;
  const answer = await house.app.inject({ url: address, headers: { authorization: `Bearer ${boss.key}` } });
  expect(answer.headers['content-type']).toContain('spreadsheetml');
  const bytes = answer.rawPayload;
  const first = await peek(bytes);
  expect([first.sheets, first.header]).toEqual([
    ['线索', '导出说明'],
    ['客户名称', '联系人', '预算规模'],
  ]);
  expect(first.firstRows[0]?.cells).toEqual(['=1+1', '+86 138', '1200.5']);
  const about = await peek(bytes, { choices: { sheet: '导出说明' } });
  const said = new Map(about.firstRows.map(({ cells: [name = '', value = ''] }) => [name, value]));
  expect(said.get('导出人')).toMatch(/^王总 boss\./);
  expect([said.get('行数'), said.get('联系方式'), said.get('导出时间')]).toEqual(['1', '已隐藏', '2026-03-18 10:12']);
});

test('a cell that begins like a formula is text in every form', async () => {
  const { boss, rep } = await company(people);
  await buildLead(rep, { companyName: "=cmd|' /C calc'!A0", contactName: '@SUM(A1)' });
  const { text } = await take(boss, { columns: ['companyName', 'contactName'] });
  expect(linesOf(text)).toEqual(["'=cmd|' /C calc'!A0,'@SUM(A1)"]);
});

test('an export reaches as far as its own permission, and the filter of the list holds', async () => {
  const { admin, boss, rep, other } = await company(people);
  await buildLead(rep, { companyName: '北方一号厂' });
  await buildLead(other, { companyName: '南方一号厂' });
  expect(linesOf((await take(boss, { columns: ['companyName'] })).text)).toEqual(['北方一号厂']);
  expect(linesOf((await take(admin, { columns: ['companyName'], sort: 'createdAt' })).text)).toEqual([
    '北方一号厂',
    '南方一号厂',
  ]);
  const filter = JSON.stringify({ field: 'companyName', op: 'contains', value: '南方' });
  expect(linesOf((await take(admin, { columns: ['companyName'], filter })).text)).toEqual(['南方一号厂']);
  expect((await order(rep)).status).toBe(403);
  expect((await rep.call(exportOptions, { query: { kind: 'lead' } })).status).toBe(403);
  expect(
    (await order(boss, { filter: JSON.stringify({ field: 'companyName', op: 'eq', value: '无' }) })).problem.code,
  ).toBe('export_nothing_found');
});

test.each([
  [{ kind: 'nothing' }, 'invalid_input'],
  [{ columns: ['orgId'] }, 'invalid_input'],
  [{ columns: ['constructor'] }, 'invalid_input'],
  [{ filter: JSON.stringify({ field: 'phone', op: 'startsWith', value: '1' }) }, 'filter_refused'],
  [{ sort: '-phone' }, 'filter_refused'],
  [{ clear: true }, 'export_reason_needed'],
])('an order of %o is refused: %s', async (wish, code) => {
  const { boss, rep } = await company(people);
  await buildLead(rep);
  const { problem } = await boss.call(startExport, {
    body: { kind: 'lead', format: 'csv', columns: ['number'], ...wish },
  });
  expect(problem.code).toBe(code);
});

test('contact data leaves in full only where it is chosen, with a reason, within the reach of revealing, each record logged', async () => {
  const house = await testHouse();
  const { admin, boss, rep, other, orgId } = await company(people);
  const near = await buildLead(rep, { companyName: '近处', phone: '13870412046' });
  await buildLead(other, { companyName: '远处', phone: '13870412047' });
  await buildLead(rep, { companyName: '没有电话', phone: null, email: null });
  const { text, view } = await take(boss, {
    columns: ['companyName', 'phone'],
    clear: true,
    reason: '展会回访名单',
    sort: 'createdAt',
  });
  expect(linesOf(text)).toEqual(['近处,+8613870412046', '没有电话,']);
  expect(view).toMatchObject({ clear: true, reason: '展会回访名单' });
  const logged = await house.services.database.readRows(orgId, {
    text: 'select record_id, purpose, reason from seen.reveals where org_id = $1',
    values: [orgId],
  });
  expect(logged).toEqual([{ recordId: near.id, purpose: 'export', reason: '展会回访名单' }]);
  const seen = (await admin.call(recordExports, { params: { id: near.id } })).body.items;
  expect(seen).toMatchObject([{ memberName: '王总', clear: true, reason: '展会回访名单', downloads: 1 }]);
  expect((await boss.call(recordExports, { params: { id: near.id } })).status).toBe(403);
});

test('more looks than a day allows are refused whole: no file, no look is counted', async () => {
  const house = await testHouse();
  const { admin, orgId } = await company(people);
  const file = `公司,电话\n${Array.from({ length: 301 }, (_, n) => `第${n}机床厂,139${String(n).padStart(8, '0')}`).join('\n')}\n`;
  const { payload, headers } = form({ file, fields: { mapping: '{"公司":"companyName","电话":"phone"}' } });
  await admin.inject({ method: 'POST', url: `/api/v1${startImport.path}`, payload, headers });
  await house.drain(orgId);
  const all = await take(admin, { columns: ['companyName'] });
  expect(all.view.rows).toBeGreaterThan(300);
  const { view } = await take(admin, { columns: ['companyName', 'phone'], clear: true, reason: '核对' });
  expect(view).toMatchObject({ state: 'failed', problem: 'exports.failed.reveal_limit', bytes: null });
  const [{ n } = { n: -1 }] = await house.services.database.readRows<{ n: number }>(orgId, {
    text: 'select count(*)::int as n from seen.reveals where org_id = $1',
    values: [orgId],
  });
  expect(n).toBe(0);
});

test('a process that dies leaves nothing that is offered, and another writes the file from its beginning', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  for (let i = 0; i < 3; i += 1) await buildLead(rep);
  const { body } = await order(boss);
  await claimExport(house.services, boss.orgId);
  const now = async () => (await boss.call(getExport, { params: { id: body.id } })).body;
  expect(await now()).toMatchObject({ state: 'running', bytes: null });
  expect((await boss.call(downloadExport, { params: { id: body.id } })).problem.code).toBe('export_not_ready');
  expect(await runDueExport(house.services, boss.orgId)).toBe(false);
  house.time.advance(61_000);
  await house.drain(boss.orgId);
  expect(await now()).toMatchObject({ state: 'done', rows: 3 });
});

test('an export that gave signs of life on its way ends as well', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  for (let i = 0; i < 3; i += 1) await buildLead(rep);
  const { body } = await order(boss);
  // Every look at the time finds that minutes have passed.
  let passed = 0;
  const passing = vi.spyOn(performance, 'now').mockImplementation(() => (passed += 60_000));
  await runDueExport(house.services, boss.orgId).finally(() => passing.mockRestore());
  expect((await boss.call(getExport, { params: { id: body.id } })).body).toMatchObject({ state: 'done', written: 3 });
});

test('a database that is gone for a moment puts the export off by seconds', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep);
  const { body } = await order(boss);
  const { storage } = house.services;
  const putFile = storage.putFile.bind(storage);
  storage.putFile = async () => {
    throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  };
  expect(await runDueExport(house.services, boss.orgId).finally(() => (storage.putFile = putFile))).toBe(false);
  const now = async () => (await boss.call(getExport, { params: { id: body.id } })).body;
  expect(await now()).toMatchObject({ state: 'queued', bytes: null });
  house.time.advance(5_000);
  await house.drain(boss.orgId);
  expect(await now()).toMatchObject({ state: 'done', rows: 1 });
});

test('a cancelled export is not finished by the process that was writing it', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep);
  const { body } = await order(boss);
  const { storage } = house.services;
  const putFile = storage.putFile.bind(storage);
  storage.putFile = async (...args) => {
    expect((await boss.call(cancelExport, { params: { id: body.id } })).body).toMatchObject({ state: 'cancelled' });
    return putFile(...args);
  };
  await runDueExport(house.services, boss.orgId);
  storage.putFile = putFile;
  expect((await boss.call(getExport, { params: { id: body.id } })).body).toMatchObject({
    state: 'cancelled',
    bytes: null,
  });
  expect((await boss.call(cancelExport, { params: { id: body.id } })).problem.code).toBe('export_over');
});

test('a process that is asked to leave hands the export back', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep);
  const { body } = await order(boss);
  const { lifecycle } = house.services;
  lifecycle.draining = true;
  expect(await runDueExport(house.services, boss.orgId).finally(() => (lifecycle.draining = false))).toBe(true);
  expect((await boss.call(getExport, { params: { id: body.id } })).body).toMatchObject({ state: 'queued' });
  await house.drain(boss.orgId);
  expect((await boss.call(getExport, { params: { id: body.id } })).body).toMatchObject({ state: 'done' });
});

test('the file is for who ordered it, for seven days, and only while they may export', async () => {
  const house = await testHouse();
  const { admin, boss, rep, orgId } = await company(people);
  await buildLead(rep);
  const { view } = await take(boss);
  const id = view.id;
  expect((await admin.call(getExport, { params: { id } })).body).toMatchObject({ memberName: '王总', downloads: 1 });
  expect((await admin.call(downloadExport, { params: { id } })).status).toBe(404);
  expect((await rep.call(getExport, { params: { id } })).status).toBe(404);
  house.time.advance(7 * 86_400_000);
  expect((await boss.call(downloadExport, { params: { id } })).status).toBe(410);
  await house.drain(orgId);
  expect((await boss.call(getExport, { params: { id } })).body).toMatchObject({ state: 'expired', expiresAt: null });
  const kept = await readdir(join(house.services.config.dataDirectory, 'files', orgId, 'incoming')).catch(() => []);
  expect(kept).toEqual([]);
});

test('a role has its bound of rows a day, counted over all exports of a person', async () => {
  const { admin, boss, rep } = await company(people);
  for (let i = 0; i < 3; i += 1) await buildLead(rep);
  expect((await admin.call(saveExportLimit, { body: { roleKey: 'supervisor', rowsADay: 5 } })).body.items).toEqual([
    { roleKey: 'supervisor', rowsADay: 5 },
  ]);
  expect((await take(boss)).view.state).toBe('done');
  const { problem } = await order(boss);
  expect([problem.code, problem.params]).toEqual(['export_limit_reached', { rows: 3, left: 2, limit: 5 }]);
  expect((await boss.call(exportOptions, { query: { kind: 'lead' } })).body.rowsLeft).toBe(2);
  (await testHouse()).time.advance(86_400_000);
  expect((await order(boss)).status).toBe(202);
  expect((await admin.call(saveExportLimit, { body: { roleKey: 'supervisor', rowsADay: null } })).body.items).toEqual(
    [],
  );
  expect((await boss.call(listExportLimits, {})).status).toBe(403);
});

test('every order and every download stands in the audit, with rows and filter', async () => {
  const house = await testHouse();
  const { boss, rep, orgId } = await company(people);
  await buildLead(rep);
  const filter = JSON.stringify({ field: 'state', op: 'eq', value: 'assigned' });
  const { view } = await take(boss, { filter });
  const lines = await house.services.database.readRows<{
    operation: string;
    changes: Record<string, { after: unknown }>;
  }>(orgId, {
    text: `select operation, changes from seen.audit where org_id = $1 and record_id = $2 order by at, id`,
    values: [orgId, view.id],
  });
  const told = lines.map(({ operation, changes }) => [
    operation,
    changes.filter?.after,
    changes.state?.after,
    changes.downloads?.after,
  ]);
  expect(told[0]).toEqual(['exports.start', filter, 'queued', 0]);
  expect(told.at(-1)).toEqual(['exports.download', undefined, undefined, 1]);
  expect(told.map(([, , state]) => state)).toContain('done');
});

test('customers and opportunities leave the same way, with names for what is kept as keys', async () => {
  const { admin } = await company(people);
  await admin.call(createCustomer, { body: { name: '苏州屿澄精密制造有限公司' } });
  const { text } = await take(admin, { kind: 'customer', columns: ['name', 'dealState', 'openOpportunities'] });
  expect(linesOf(text)).toEqual(['苏州屿澄精密制造有限公司,未成交,0']);
  expect((await order(admin, { kind: 'opportunity' })).problem.code).toBe('export_nothing_found');
});

test('the task centre shows the own imports and exports, and those of everyone to who reads the audit', async () => {
  const house = await testHouse();
  const { admin, boss, rep } = await company(people);
  await buildLead(rep);
  const { view } = await take(boss);
  house.time.advance(1_000);
  const { payload, headers } = form({ file: '公司\n甲公司\n', fields: { mapping: '{"公司":"companyName"}' } });
  await boss.inject({ method: 'POST', url: `/api/v1${startImport.path}`, payload, headers });
  await house.drain(boss.orgId);
  const mine = (await boss.call(listTransfers, {})).body;
  expect(mine.items.map(({ what, state }) => [what, state])).toEqual([
    ['import', 'done'],
    ['export', 'done'],
  ]);
  expect(mine.items[1]).toMatchObject({ id: view.id, downloads: 1 });
  expect((await admin.call(listTransfers, {})).body.items).toEqual([]);
  expect((await admin.call(listTransfers, { query: { whose: 'everyone' } })).body.items).toHaveLength(2);
  expect((await boss.call(listTransfers, { query: { whose: 'everyone' } })).status).toBe(403);
  for (const line of mine.items) {
    const asked = { params: { id: line.id } };
    expect((await boss.call(getTransfer, asked)).body).toEqual(line);
    expect((await admin.call(getTransfer, asked)).body).toEqual(line);
    expect((await rep.call(getTransfer, asked)).status).toBe(404);
  }
  expect((await boss.call(listTransfers, { query: { cursor: 'x' } })).problem.code).toBe('cursor_invalid');
});

test('an export that took its time tells who waits for it; a quick one does not', async () => {
  const house = await testHouse();
  const { boss, rep } = await company(people);
  await buildLead(rep);
  await take(boss);
  await order(boss);
  house.time.advance(20_000);
  await house.drain(boss.orgId);
  const told = (await boss.call(listNotifications, {})).body.items.filter(({ kind }) => kind === 'exports.finished');
  expect(told.map(({ text }) => text.key)).toEqual(['exports.notice.done']);
});

test('who lost the right to export ends what waits', async () => {
  const house = await testHouse();
  const { boss, rep, orgId } = await company(people);
  await buildLead(rep);
  const { body } = await order(boss);
  await house.services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await tx.run({
      text: `update app.member_roles set role_key = 'representative' where org_id = $1 and member_id = $2`,
      values: [orgId, boss.memberId],
    });
  });
  await house.drain(orgId);
  expect((await boss.call(getExport, { params: { id: body.id } })).body).toMatchObject({
    state: 'failed',
    problem: 'exports.failed.not_allowed',
  });
});
