import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, testHouse } from '../../testing/test-house.ts';
import { runDueImport } from './index.ts';
import { account, mischief, pebbles, send } from './testing/pebbles.ts';

beforeAll(() => alsoOpen(pebbles));
beforeEach(() => {
  mischief.beforeBatch = () => undefined;
  mischief.batches = 0;
});

const people = { boss: { role: 'supervisor', department: 'North', supervises: 'North' } } as const;

function sheet(names: readonly string[]): string {
  return `名称,颜色\n${names.map((name) => (name === '' ? ',红' : `${name},`)).join('\n')}\n`;
}

function many(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, i) => `stone ${from + i}`);
}

async function heads(orgId: string): Promise<string[]> {
  const { services } = await testHouse();
  const rows = await services.database.readRows<{ title: string }>(orgId, {
    text: `select title from seen.records where org_id = $1 and kind = 'pebble' order by title`,
    values: [orgId],
  });
  return rows.map((row) => row.title);
}

function counted({ rows, created, merged, duplicates, rejected }: Awaited<ReturnType<typeof account>>) {
  return [rows, created, merged, duplicates, rejected];
}

async function imported(caller: Caller, file: string, fields: Record<string, string> = {}) {
  const house = await testHouse();
  const { id } = await send(caller, { file, fields });
  await house.drain(caller.orgId);
  return account(caller, id);
}

test('every row of a file is accounted for as created, merged, duplicate or rejected', async () => {
  const { boss, orgId } = await company(people);
  const view = await imported(boss, '名称,颜色,别的\n甲,红,x\n乙,请选择,\n,蓝,\n甲,绿,\n甲,,\n');
  expect(view).toMatchObject({ state: 'done', dryRun: false, encoding: 'utf-8', errorFile: true, problem: null });
  expect(counted(view)).toEqual([5, 2, 1, 1, 1]);
  expect(view.samples).toEqual([{ line: 4, problems: [{ key: 'problem.invalid_input', params: {} }] }]);
  expect(await heads(orgId)).toEqual(['乙', '甲']);
});

test('a second run of the same file creates nothing', async () => {
  const { boss, orgId } = await company(people);
  expect(counted(await imported(boss, sheet(many(450))))).toEqual([450, 450, 0, 0, 0]);
  expect(counted(await imported(boss, sheet(many(450))))).toEqual([450, 0, 0, 450, 0]);
  expect(await heads(orgId)).toHaveLength(450);
});

test('a trial tells the same account and writes nothing, also where a row repeats one of an earlier batch', async () => {
  const { boss, orgId } = await company(people);
  const file = sheet([...many(250), ...many(20)]);
  const trial = await imported(boss, file, { dryRun: 'true' });
  expect(trial).toMatchObject({ state: 'done', dryRun: true });
  expect(counted(trial)).toEqual([270, 250, 0, 20, 0]);
  expect(await heads(orgId)).toEqual([]);
  expect(counted(await imported(boss, file))).toEqual([270, 250, 0, 20, 0]);
});

test('progress can be read while the import runs', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(many(500)) });
  expect(await account(boss, id)).toMatchObject({ state: 'queued', rows: 500, created: 0 });
  const seen: unknown[] = [];
  mischief.beforeBatch = async () => {
    const { state, created } = await account(boss, id);
    seen.push([state, created]);
  };
  await runDueImport(house.services, orgId);
  expect(seen).toEqual([
    ['running', 0],
    ['running', 200],
    ['running', 400],
  ]);
});

test('a process that dies in the middle loses and doubles nothing: another goes on behind the last committed batch', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(['', ...many(700)]) });
  mischief.beforeBatch = (batch) => {
    // As PostgreSQL ends a connection when it is stopped.
    if (batch === 3) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  };
  await expect(runDueImport(house.services, orgId)).rejects.toThrow('terminating');
  expect(counted(await account(boss, id))).toEqual([701, 399, 0, 0, 1]);
  // Nobody takes it while its process may still live.
  expect(await runDueImport(house.services, orgId)).toBe(false);
  expect(await account(boss, id)).toMatchObject({ state: 'running', created: 399 });
  house.time.advance(61_000);
  mischief.beforeBatch = () => undefined;
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', rows: 701, created: 700, rejected: 1 });
  expect(await heads(orgId)).toHaveLength(700);
});

test('a process that slept past its lease writes nothing more once another has taken over', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(many(600)) });
  let taken = false;
  mischief.beforeBatch = async () => {
    if (taken) return;
    taken = true;
    house.time.advance(61_000);
    await runDueImport(house.services, orgId);
  };
  await runDueImport(house.services, orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', rows: 600, created: 600, duplicates: 0 });
  expect(await heads(orgId)).toHaveLength(600);
});

test('a trial whose process died starts again from its first row', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(['', ...many(300), 'stone 0']), fields: { dryRun: 'true' } });
  mischief.beforeBatch = (batch) => {
    if (batch === 2) throw Object.assign(new Error('terminating connection'), { code: '57P01' });
  };
  await expect(runDueImport(house.services, orgId)).rejects.toThrow('terminating');
  house.time.advance(61_000);
  await house.drain(orgId);
  expect(counted(await account(boss, id))).toEqual([302, 300, 0, 1, 1]);
});

test('a process that is asked to stop ends after the batch in hand, and another goes on at once', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(many(500)) });
  const { lifecycle } = house.services;
  lifecycle.draining = true;
  expect(await runDueImport(house.services, orgId).finally(() => (lifecycle.draining = false))).toBe(true);
  expect(await account(boss, id)).toMatchObject({ state: 'running', created: 200 });
  await house.drain(orgId);
  expect(counted(await account(boss, id))).toEqual([500, 500, 0, 0, 0]);
});

test('a refused batch costs only the row that causes it, with the reason', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const names = many(230);
  names[117] = 'breaks the batch';
  const { id } = await send(boss, { file: sheet(names) });
  await house.drain(orgId);
  const view = await account(boss, id);
  expect(counted(view)).toEqual([230, 229, 0, 0, 1]);
  expect(view.samples).toEqual([{ line: 119, problems: [{ key: 'problem.already_exists', params: {} }] }]);
});

test('a batch that met another writer is tried again', async () => {
  const { boss } = await company(people);
  mischief.beforeBatch = (batch) => {
    if (batch <= 3) throw Object.assign(new Error('deadlock detected'), { code: '40P01' });
  };
  expect(counted(await imported(boss, sheet(many(10))))).toEqual([10, 10, 0, 0, 0]);
});

test('a fault of ours ends the import with what was taken in so far and says so', async () => {
  const { boss, orgId } = await company(people);
  const names = many(300);
  names[250] = 'breaks the house';
  const view = await imported(boss, sheet(names));
  expect(view).toMatchObject({ state: 'failed', problem: 'imports.failed.fault', created: 200 });
  expect(await heads(orgId)).toHaveLength(200);
});

test('who loses the right to import ends the import that waits', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const { id } = await send(boss, { file: sheet(many(3)) });
  await house.services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await tx.run({
      text: `update app.member_roles set role_key = 'representative' where org_id = $1 and member_id = $2`,
      values: [orgId, boss.memberId],
    });
  });
  await house.drain(orgId);
  const [row] = await house.services.database.readRows<{ state: string; problem: string; created: number }>(orgId, {
    text: 'select state, problem, created from seen.imports where org_id = $1 and id = $2',
    values: [orgId, id],
  });
  expect(row).toEqual({ state: 'failed', problem: 'imports.failed.not_allowed', created: 0 });
});

test('imports of one organisation run one after the other, oldest first', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  const first = await send(boss, { file: sheet(many(3)) });
  house.time.advance(1_000);
  const second = await send(boss, { file: sheet(many(3, 3)) });
  expect(await runDueImport(house.services, orgId)).toBe(true);
  expect((await account(boss, first.id)).state).toBe('done');
  expect((await account(boss, second.id)).state).toBe('queued');
  expect(await runDueImport(house.services, orgId)).toBe(false);
  expect((await account(boss, second.id)).state).toBe('done');
});
