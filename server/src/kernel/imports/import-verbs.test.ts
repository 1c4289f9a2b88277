import {
  cancelImport,
  forgetMapping,
  getImport,
  importErrors,
  pauseImport,
  resumeImport,
  type SheetPeek,
} from '@dealtrail/protocol/imports';
import { listNotifications } from '@dealtrail/protocol/notifications';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { alsoOpen, type Caller, company, testHouse } from '../../testing/test-house.ts';
import { form } from '../http/testing/form.ts';
import { runDueImport } from './index.ts';
import { account, mischief, pebbles, send } from './testing/pebbles.ts';

// Each import starts a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => alsoOpen(pebbles));
beforeEach(() => {
  mischief.beforeBatch = () => undefined;
  mischief.batches = 0;
});

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  peer: { role: 'supervisor', department: 'North' },
  admin: { role: 'administrator' },
  rep: { role: 'representative', department: 'North' },
} as const;

const sheet = (count: number) => `名称,颜色\n${Array.from({ length: count }, (_, i) => `stone ${i},`).join('\n')}\n`;

/** Returns once a verb waits for the row that the batch in hand holds. */
async function someoneWaits(): Promise<void> {
  const { services } = await testHouse();
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await services.database.reads.query(
      `select count(*)::int as waiting from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
    );
    ({ waiting } = rows[0] as { waiting: number });
  }
}

async function peek(caller: Caller, file: string, fields: Record<string, string> = {}): Promise<SheetPeek> {
  const answer = await caller.inject({
    method: 'POST',
    url: '/api/v1/pebbles/imports/peek',
    ...form({ file, fields }),
  });
  return answer.body as SheetPeek;
}

test('a pause stops the import behind the last batch, and a resume takes up exactly there', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(900) });
  let pausing: Promise<unknown> | undefined;
  mischief.beforeBatch = async (batch) => {
    if (batch !== 2) return;
    pausing = boss.call(pauseImport, { params: { id } });
    await someoneWaits();
  };
  await runDueImport(house.services, orgId);
  await pausing;
  const paused = await account(boss, id);
  expect(paused.state).toBe('paused');
  // The batch in hand is finished, at most one more on a busy machine.
  expect([400, 600]).toContain(paused.created);
  mischief.beforeBatch = () => undefined;
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'paused', created: paused.created });
  expect((await boss.call(resumeImport, { params: { id } })).body).toMatchObject({ state: 'queued' });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', rows: 900, created: 900, duplicates: 0 });
});

test('a process that dies between pause and resume changes nothing', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(600) });
  mischief.beforeBatch = (batch) => {
    if (batch === 2) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  };
  await expect(runDueImport(house.services, orgId)).rejects.toThrow('terminating');
  mischief.beforeBatch = () => undefined;
  expect((await boss.call(pauseImport, { params: { id } })).body).toMatchObject({ state: 'paused', created: 200 });
  house.time.advance(61_000);
  await house.drain(orgId);
  expect((await account(boss, id)).created).toBe(200);
  await boss.call(resumeImport, { params: { id } });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', created: 600 });
});

test('a cancelled import keeps what was taken in, leaves the rest untouched and says how much that is', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(900) });
  let cancelling: Promise<unknown> | undefined;
  mischief.beforeBatch = async (batch) => {
    if (batch !== 2) return;
    cancelling = boss.call(cancelImport, { params: { id } });
    await someoneWaits();
  };
  await runDueImport(house.services, orgId);
  await cancelling;
  const cancelled = await account(boss, id);
  expect(cancelled).toMatchObject({ state: 'cancelled', rows: 900, problem: null });
  const kept = await house.services.database.readRows<{ n: number }>(orgId, {
    text: `select count(*)::int as n from seen.records where org_id = $1 and kind = 'pebble'`,
    values: [orgId],
  });
  expect(kept).toEqual([{ n: cancelled.created }]);
  expect([400, 600]).toContain(cancelled.created);
  for (const verb of [pauseImport, resumeImport, cancelImport])
    expect((await boss.call(verb, { params: { id } })).status).toBe(409);
  const { body } = await boss.call(listNotifications, {});
  expect(body.items.filter(({ kind }) => kind === 'imports.finished')).toEqual([]);
});

test('a trial may be paused and then starts from its first row again', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: `${sheet(300)}stone 0,\n`, fields: { dryRun: 'true' } });
  await boss.call(pauseImport, { params: { id } });
  await house.drain(orgId);
  expect((await account(boss, id)).created).toBe(0);
  await boss.call(resumeImport, { params: { id } });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', created: 300, duplicates: 1 });
});

test('the importer hears how it ended, once and with the numbers, by mail too; of a trial nobody hears', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  await send(boss, { file: sheet(2), fields: { dryRun: 'true' } });
  const { id } = await send(boss, { file: '名称,颜色\n甲,\n,红\n甲,\n', name: '石头.csv' });
  await house.drain(orgId);
  const { items } = (await boss.call(listNotifications, {})).body;
  const told = items.filter(({ kind }) => kind === 'imports.finished');
  expect(told.map(({ text, recordId, recordKind }) => [text.key, recordId, recordKind])).toEqual([
    ['imports.notice.done', id, 'import'],
  ]);
  expect(told[0]?.text.params).toMatchObject({ file: '石头.csv', rows: 3, created: 1, duplicates: 1, rejected: 1 });
  const mails = await house.services.database.readRows<{ kind: string; rows: number }>(orgId, {
    text: `select kind, (params->>'rows')::int as rows from seen.mails where org_id = $1`,
    values: [orgId],
  });
  expect(mails).toEqual([{ kind: 'import_done', rows: 3 }]);
});

test('what is known is left alone where the importer chose so', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  await send(boss, { file: '名称,颜色\n甲,\n' });
  const { id } = await send(boss, { file: '名称,颜色\n甲,红\n乙,\n', fields: { known: 'skip' } });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ known: 'skip', created: 1, merged: 0, duplicates: 1 });
  expect((await send(boss, { file: '名称\n甲\n', fields: { known: 'overwrite' } })).status).toBe(422);
});

test('a sheet with the same headings, in any order, is offered the mapping it had, by whoever mapped it', async () => {
  const house = await testHouse();
  const { boss, peer, rep, orgId } = await company(people);
  const mapping = JSON.stringify({ 代号: 'name', 说明: '' });
  await send(boss, { file: '代号,说明\n甲,x\n', fields: { mapping, mappingName: '车间台账' } });
  await send(boss, { file: '别名\n甲\n', fields: { mapping: '{"别名":"name"}', dryRun: 'true' } });
  const found = await peek(peer, '说明,代 号\nx,乙\n');
  expect(found.suggested).toEqual({});
  expect(found.remembered).toMatchObject({ name: '车间台账', mapping: { '代 号': 'name' }, memberName: 'boss' });
  expect((await peek(boss, '别名\n甲\n')).remembered).toBeNull();
  expect((await peek((await company(people)).boss, '代号,说明\n甲,x\n')).remembered).toBeNull();
  const id = found.remembered?.id ?? '';
  expect((await rep.call(forgetMapping, { params: { id } })).status).toBe(404);
  expect((await peer.call(forgetMapping, { params: { id } })).status).toBe(204);
  expect((await peek(boss, '代号,说明\n甲,x\n')).remembered).toBeNull();
  await house.drain(orgId);
});

test('the newest mapping replaces the older one, and an empty name remembers nothing', async () => {
  const { boss } = await company(people);
  const first = { mapping: '{"代号":"name"}' };
  await send(boss, { file: '代号,说明\n甲,x\n', name: '第一份.csv', fields: first });
  expect((await peek(boss, '代号,说明\n甲,x\n')).remembered).toMatchObject({ name: '第一份' });
  const second = { mapping: '{"代号":"name","说明":"colour"}', mappingName: '两列' };
  await send(boss, { file: '代号,说明\n甲,x\n', fields: second });
  await send(boss, { file: '代号,说明\n甲,x\n', fields: { ...first, mappingName: '' } });
  const { remembered } = await peek(boss, '代号,说明\n甲,x\n');
  expect([remembered?.name, remembered?.mapping]).toEqual(['两列', { 代号: 'name', 说明: 'colour' }]);
});

test('pasted cells take the same way as a file, with and without a first row of headings', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const pasted = '甲, 乙石\t"红\n蓝"\n丙石\t\n';
  const found = await peek(boss, pasted, { pasted: 'true', headerLine: '0' });
  expect([found.header, found.rows[0]]).toEqual([
    ['列1', '列2'],
    ['甲, 乙石', '红\n蓝'],
  ]);
  const fields = { pasted: 'true', headerLine: '0', mapping: '{"列1":"name","列2":"colour"}' };
  const { id } = await send(boss, { file: pasted, name: '粘贴的单元格.tsv', fields });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', rows: 2, created: 2 });
  expect((await peek(boss, pasted, { pasted: 'true', headerLine: '0' })).remembered).toBeNull();
  const wrong = form({ file: pasted, fields: { headerLine: '-1' } });
  expect((await boss.inject({ method: 'POST', url: '/api/v1/pebbles/imports/peek', ...wrong })).status).toBe(422);
});

test('who reads the audit sees the import of a colleague but neither its rows nor its levers', async () => {
  const house = await testHouse();
  const { boss, peer, admin, orgId } = await company(people);
  const { id } = await send(boss, { file: '名称,颜色\n,红\n' });
  await house.drain(orgId);
  expect((await admin.call(getImport, { params: { id } })).body).toMatchObject({ id, memberName: 'boss', rejected: 1 });
  expect((await peer.call(getImport, { params: { id } })).status).toBe(404);
  for (const verb of [importErrors, cancelImport, pauseImport, resumeImport])
    expect((await admin.call(verb, { params: { id } })).status).toBe(404);
});
