import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { getImport, importErrors } from '@dealtrail/protocol/imports';
import { session } from '@dealtrail/protocol/auth';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, testHouse } from '../../testing/test-house.ts';
import { form } from '../http/testing/form.ts';
import { account, mischief, pebbles, send } from './testing/pebbles.ts';

beforeAll(() => alsoOpen(pebbles));
beforeEach(() => {
  mischief.beforeBatch = () => undefined;
});

const people = {
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  peer: { role: 'supervisor', department: 'North' },
  rep: { role: 'representative', department: 'North' },
} as const;

const good = '名称,颜色\n甲,红\n乙,\n';

/** Imports of the caller's organisation. */
async function rows(caller: Caller): Promise<number> {
  const { services } = await testHouse();
  const found = await services.database.readRows(caller.orgId, {
    text: 'select id from seen.imports where org_id = $1',
    values: [caller.orgId],
  });
  return found.length;
}

async function peek(caller: Caller, parts: Parameters<typeof form>[0]) {
  return caller.inject({ method: 'POST', url: '/api/v1/pebbles/imports/peek', ...form(parts) });
}

test('a look into a file shows its header, first rows and a proposed mapping, and keeps nothing', async () => {
  const { services } = await testHouse();
  const { boss } = await company(people);
  const answer = await peek(boss, { file: '石头,颜色,备注\n甲,红,x\n', name: 'a.csv' });
  expect(answer.body).toEqual({
    kind: 'csv',
    encoding: 'utf-8',
    sheets: [],
    sheet: null,
    headerLine: 1,
    leading: [
      { line: 1, cells: ['石头', '颜色', '备注'] },
      { line: 2, cells: ['甲', '红', 'x'] },
    ],
    header: ['石头', '颜色', '备注'],
    rows: [['甲', '红', 'x']],
    suggested: { 石头: 'name', 颜色: 'colour' },
    remembered: null,
    known: ['fill_blanks', 'skip'],
  });
  expect(await readdir(join(services.config.dataDirectory, 'sheets'))).toEqual([]);
  expect(await readdir(join(services.config.dataDirectory, 'files', boss.orgId)).catch(() => [])).toEqual([]);
});

test('a GB18030 file with old headings is read and mapped by its Chinese headings', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  // 名称,颜色 / 甲,红 in GB18030
  const file = Buffer.from('c3fbb3c62cd1d5c9ab0abcd72cbaec0a', 'hex');
  const { id } = await send(boss, { file, fields: { mapping: JSON.stringify({ 名称: 'name' }) } });
  await house.drain(boss.orgId);
  expect(await account(boss, id)).toMatchObject({
    state: 'done',
    encoding: 'gb18030',
    rows: 1,
    created: 1,
    mapping: { 名称: 'name' },
  });
});

test('a file is taken in although the rights of its sender changed a moment ago', async () => {
  const house = await testHouse();
  const { boss, orgId } = await company(people);
  await boss.call(session, {});
  const origin = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
  await house.services.database.write(origin, async (tx) => {
    await tx.run({
      text: 'update app.members set epoch = epoch + 1 where org_id = $1 and id = $2',
      values: [orgId, boss.memberId],
    });
  });
  const { id } = await send(boss, { file: good });
  await house.drain(orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', rows: 2, created: 2 });
});

const refusedFiles: [string, Buffer | string, string][] = [
  ['nothing in it', '', 'empty'],
  ['a header only', '名称,颜色\n', 'empty'],
  ['two equal headings', '名称,名称\n甲,乙\n', 'duplicate_header'],
  ['a web page', '<html><table><tr><td>名称</td></tr></table></html>', 'not_a_sheet'],
  [
    'an old Excel file',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('Workbook', 'utf16le')]),
    'old_excel',
  ],
  ['a cut zip', Buffer.from('504b0304140000000800', 'hex'), 'broken'],
];

test.each(refusedFiles)('a file with %s is refused with what to do, and nothing is kept', async (_, file, reason) => {
  const { boss } = await company(people);
  const { status, problem } = await send(boss, { file, fields: { mapping: '{"名称":"name"}' } });
  expect([status, problem.code, problem.params?.reason]).toEqual([422, 'sheet_refused', reason]);
  expect(problem.detail).toMatch(/^[^{}]+$/);
  expect(await rows(boss)).toBe(0);
});

const refusedMappings: [string, string][] = [
  ['name', 'mapping malformed'],
  ['[]', 'mapping malformed'],
  ['null', 'mapping malformed'],
  ['{"名称":1}', 'mapping malformed'],
  ['{"名称":{"$ne":"x"}}', 'mapping malformed'],
  ['{}', 'mapping nothing_mapped'],
  ['{"名称":"ownerId"}', 'mapping.名称 unknown_field'],
  ['{"名称":"org_id"}', 'mapping.名称 unknown_field'],
  ['{"名称":"__proto__"}', 'mapping.名称 unknown_field'],
  ['{"__proto__":"name"}', 'mapping.__proto__ unknown_column'],
  ['{"公司":"name"}', 'mapping.公司 unknown_column'],
  ['{"名称":"name","颜色":"name"}', 'mapping.颜色 field_twice'],
];

test.each(refusedMappings)('the mapping %s is refused at its place', async (mapping, place) => {
  const { boss } = await company(people);
  const { status, problem } = await send(boss, { file: good, fields: { mapping } });
  expect([status, problem.code, ...(problem.fields ?? []).map((field) => `${field.path} ${field.code}`)]).toEqual([
    422,
    'mapping_invalid',
    place,
  ]);
  expect(await rows(boss)).toBe(0);
});

test('the refusal speaks the language that was asked for', async () => {
  const { boss } = await company(people);
  const { payload, headers } = form({ file: '名称\n', name: 'a.csv' });
  const answer = await boss.inject({
    method: 'POST',
    url: '/api/v1/pebbles/imports',
    payload,
    headers: { ...headers, 'accept-language': 'en' },
  });
  expect(answer.problem.detail).toBe('The file holds no rows.');
});

test('a form without the part file, a JSON body and a JSON part in its place start nothing', async () => {
  const { boss } = await company(people);
  const url = '/api/v1/pebbles/imports';
  const without = await send(boss, {
    fields: { mapping: '{"名称":"name"}', file: '{"file":true,"filename":"../../x"}' },
  });
  expect([without.status, without.problem.code]).toEqual([422, 'file_missing']);
  const json = await boss.inject({ method: 'POST', url, payload: { file: true, filename: '../../x' } });
  expect(json.status).toBe(415);
  expect(await rows(boss)).toBe(0);
});

test('a file beyond 20 MB is refused and leaves nothing behind', async () => {
  const { services } = await testHouse();
  const { boss } = await company(people);
  const answer = await send(boss, { file: Buffer.alloc(20 * 1_048_576 + 1, 'a') });
  expect([answer.status, answer.problem.code]).toEqual([413, 'payload_too_large']);
  expect(await readdir(join(services.config.dataDirectory, 'sheets'))).toEqual([]);
  expect(await rows(boss)).toBe(0);
});

test('the same request twice is one import; the same key for another file is refused', async () => {
  const { boss } = await company(people);
  const first = await send(boss, { file: good }, 'monday');
  const again = await send(boss, { file: good }, 'monday');
  expect([first.status, again.id]).toEqual([202, first.id]);
  expect((await send(boss, { file: `${good}丙,\n` }, 'monday')).problem.code).toBe('idempotency_key_reused');
  expect((await send(boss, { file: good, fields: { dryRun: 'true' } }, 'monday')).problem.code).toBe(
    'idempotency_key_reused',
  );
  expect(await rows(boss)).toBe(1);
});

test('nobody sees the import of another: not its progress, not its rejected rows', async () => {
  const house = await testHouse();
  const { boss, peer, rep } = await company(people);
  const other = await company(people);
  const { id } = await send(boss, { file: '名称,颜色\n,红\n' });
  await house.drain(boss.orgId);
  for (const stranger of [peer, other.boss]) {
    expect((await stranger.call(getImport, { params: { id } })).status).toBe(404);
    expect((await stranger.call(importErrors, { params: { id } })).status).toBe(404);
  }
  expect((await send(rep, { file: good })).status).toBe(403);
});

test('the rejected rows come back as a file in the form that was sent, original columns and reasons', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const { id } = await send(boss, { file: '名称,颜色,备注\n甲,红,1\n,=1+1,"a,b"\n', name: '石头 清单.csv' });
  await house.drain(boss.orgId);
  const { status, body, headers } = await boss.call(importErrors, { params: { id } });
  expect([
    status,
    headers['content-type'],
    headers['content-security-policy'],
    headers['x-content-type-options'],
  ]).toEqual([200, 'text/csv; charset=utf-8', 'sandbox', 'nosniff']);
  expect(String(headers['content-disposition'])).toContain(
    `filename*=UTF-8''${encodeURIComponent('石头 清单-错误.csv')}`,
  );
  expect(body).toBe(`\ufeff名称,颜色,备注,错误原因\r\n,'=1+1,"a,b",有内容需要更正，请查看标出的各项。\r\n`);
});

test('an import without rejected rows has no error file', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const { id } = await send(boss, { file: good });
  await house.drain(boss.orgId);
  expect((await boss.call(importErrors, { params: { id } })).status).toBe(404);
});

test('the error file of 1 200 rejected rows has them all, in order', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const { id } = await send(boss, {
    file: `名称,颜色\n${Array.from({ length: 1_200 }, (_, i) => `,c${i}`).join('\n')}\n`,
  });
  await house.drain(boss.orgId);
  const { body } = await boss.call(importErrors, { params: { id } });
  const lines = String(body).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1_201);
  expect(lines.at(-1)).toMatch(/^,c1199,/);
});
