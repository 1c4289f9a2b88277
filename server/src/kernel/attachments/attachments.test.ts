import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { downloadAttachment, listAttachments } from '@dealtrail/protocol/attachments';
import { createCustomer } from '@dealtrail/protocol/customers';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../testing/test-house.ts';
import { form } from '../http/testing/form.ts';
import { sweepFiles } from './sweep-files.ts';

const people = {
  rep: { role: 'representative', department: 'North' },
  mate: { role: 'representative', department: 'North' },
  finance: { role: 'finance' },
  admin: { role: 'administrator' },
} as const;

let serial = 0;

async function customerOf(caller: Caller): Promise<string> {
  const { body } = await caller.call(createCustomer, { body: { name: `苏州屿澄精密制造${(serial += 1)}有限公司` } });
  return body.id;
}

async function upload(caller: Caller, id: string, parts: Parameters<typeof form>[0], key?: string) {
  const { payload, headers } = form(parts);
  const url = `/api/v1/records/${id}/attachments`;
  const answer = await caller.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...(key ? { 'idempotency-key': key } : {}) },
  });
  return {
    ...answer,
    view: answer.body as { id: string; name: string; bytes: number; contentType: string; addedBy: string },
  };
}

async function download(caller: Caller, id: string, range?: string) {
  return caller.inject({
    method: 'GET',
    url: `/api/v1/attachments/${id}/file`,
    ...(range ? { headers: { range } } : {}),
  });
}

async function names(caller: Caller, id: string): Promise<string[]> {
  return (await caller.call(listAttachments, { params: { id } })).body.items.map((item) => item.name);
}

async function contents(orgId: string): Promise<string[]> {
  const { services } = await testHouse();
  const found = await readdir(join(services.config.dataDirectory, 'files', orgId), { recursive: true }).catch(() => []);
  return found.filter((path) => /[0-9a-f]{64}$|part$/.test(path));
}

test('a file is kept on a record, listed, and comes back as it was sent', async () => {
  const house = await testHouse();
  const { rep } = await company(people);
  const id = await customerOf(rep);
  const file = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0, 255, 10, 13]);
  const { status, view } = await upload(rep, id, { file, name: '华星科技-报价单-20260318.pdf' });
  expect(status).toBe(201);
  const shown = {
    originalName: null,
    recordId: id,
    name: '华星科技-报价单-20260318.pdf',
    bytes: 9,
    contentType: 'application/pdf',
    addedBy: 'rep',
    addedAt: house.time.now().toISOString(),
    versionNo: 1,
    versions: 1,
    previewable: true,
    mayDelete: true,
  };
  expect(view).toEqual({ id: view.id, ...shown });
  expect((await rep.call(listAttachments, { params: { id } })).body.items).toEqual([{ id: view.id, ...shown }]);
  const answer = await (await testHouse()).app.inject({
    url: `/api/v1/attachments/${view.id}/file`,
    headers: { authorization: `Bearer ${rep.key}` },
  });
  expect(answer.rawPayload).toEqual(file);
});

test('a download is always to be saved and never run', async () => {
  const { rep } = await company(people);
  const id = await customerOf(rep);
  const page = '<html><script>alert(1)</script></html>';
  for (const name of ['a.html', 'a.png', 'a.svg', '报价 "单";\r\nx: y.html']) {
    const { view } = await upload(rep, id, { file: page, name: name.replace(/["\r\n]/g, '_') });
    const { headers } = await download(rep, view.id);
    expect(headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-store',
    });
    expect(String(headers['content-disposition'])).toMatch(
      /^attachment; filename="[ -~]*"; filename\*=UTF-8''[\w%.!~-]+$/,
    );
  }
});

test('who may not see the record sees, adds and loads nothing of it; who may only see it adds nothing', async () => {
  const { rep, mate, finance, admin, orgId } = await company(people);
  const other = await company(people);
  const id = await customerOf(rep);
  const { view } = await upload(rep, id, { file: 'x' });
  for (const stranger of [mate, other.rep, other.admin]) {
    expect((await upload(stranger, id, { file: 'y' })).status).toBe(404);
    expect((await stranger.call(listAttachments, { params: { id } })).status).toBe(404);
    expect((await stranger.call(downloadAttachment, { params: { id: view.id } })).status).toBe(404);
  }
  expect((await upload(finance, id, { file: 'z' })).status).toBe(403);
  expect((await download(finance, view.id)).status).toBe(200);
  expect((await download(admin, view.id)).status).toBe(200);
  expect(await names(rep, id)).toHaveLength(1);
  // Refused before a byte was kept.
  expect(await contents(orgId)).toHaveLength(1);
  expect(await contents(other.orgId)).toHaveLength(0);
});

test('a deleted record gives nothing away', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const id = await customerOf(rep);
  const { view } = await upload(rep, id, { file: 'x' });
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await tx.run({
      text: 'update app.records set deleted_at = $3 where org_id = $1 and id = $2',
      values: [orgId, id, tx.time.now()],
    });
  });
  expect((await download(rep, view.id)).status).toBe(404);
  expect((await rep.call(listAttachments, { params: { id } })).status).toBe(404);
  expect((await upload(rep, id, { file: 'y' })).status).toBe(404);
});

test('the same upload twice is one file; equal content lies on disk once', async () => {
  const { rep, orgId } = await company(people);
  const id = await customerOf(rep);
  const first = await upload(rep, id, { file: 'same', name: 'a.txt' }, 'k');
  const again = await upload(rep, id, { file: 'same', name: 'a.txt' }, 'k');
  expect(again.view.id).toBe(first.view.id);
  expect((await upload(rep, id, { file: 'other', name: 'a.txt' }, 'k')).problem.code).toBe('idempotency_key_reused');
  await upload(rep, id, { file: 'same', name: 'b.txt' });
  expect(await names(rep, id)).toEqual(['b.txt', 'a.txt']);
  expect(await contents(orgId)).toHaveLength(2);
});

const refused: [string, Parameters<typeof form>[0], number, string][] = [
  ['no file', { fields: { name: 'x' } }, 422, 'file_missing'],
  [
    'a field that pretends to be one',
    { fields: { file: '{"file":true,"buffer":[],"filename":"../../x"}' } },
    422,
    'file_missing',
  ],
  ['more than 20 MB', { file: Buffer.alloc(20 * 1_048_576 + 1) }, 413, 'payload_too_large'],
];

test.each(refused)('an upload with %s is refused and leaves nothing', async (_, parts, status, code) => {
  const { rep, orgId } = await company(people);
  const id = await customerOf(rep);
  const answer = await upload(rep, id, parts);
  expect([answer.status, answer.problem.code]).toEqual([status, code]);
  expect(await names(rep, id)).toEqual([]);
  expect(await contents(orgId)).toEqual([]);
});

test('exactly 20 MB is kept', async () => {
  const { rep } = await company(people);
  const id = await customerOf(rep);
  const { status, view } = await upload(rep, id, { file: Buffer.alloc(20 * 1_048_576) });
  expect([status, view.bytes]).toEqual([201, 20 * 1_048_576]);
});

test('a JSON body in place of a form is refused', async () => {
  const { rep } = await company(people);
  const id = await customerOf(rep);
  const payload = { file: true, buffer: { type: 'Buffer', data: [] }, filename: '../../x' };
  expect((await rep.inject({ method: 'POST', url: `/api/v1/records/${id}/attachments`, payload })).status).toBe(415);
});

const hostileNames: [string, string][] = [
  ['../../etc/passwd', 'passwd'],
  ['C:\\windows\\a.txt', 'a.txt'],
  ['.htaccess', 'htaccess'],
  ['CON.txt', '_CON.txt'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['𠮷野家.pdf', '𠮷野家.pdf'],
];

test.each(hostileNames)('a file called %s is kept as %s', async (sent, kept) => {
  const { rep } = await company(people);
  const id = await customerOf(rep);
  expect((await upload(rep, id, { file: 'x', name: sent })).view.name).toBe(kept);
});

const ranges: [string, number, string, string | undefined][] = [
  ['bytes=0-3', 206, '0123', 'bytes 0-3/10'],
  ['bytes=8-', 206, '89', 'bytes 8-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=5-99', 206, '56789', 'bytes 5-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=3-1', 200, '0123456789', undefined],
  [`bytes=${'0-0,'.repeat(1_000)}0-0`, 200, '0123456789', undefined],
  ['lines=1-2', 200, '0123456789', undefined],
];

test.each(ranges)('the range %.20s answers %i', async (range, status, body, contentRange) => {
  const { rep } = await company(people);
  const id = await customerOf(rep);
  const { view } = await upload(rep, id, { file: '0123456789' });
  const answer = await download(rep, view.id, range);
  expect([answer.status, answer.body, answer.headers['content-range']]).toEqual([status, body, contentRange]);
});

test('content without a row goes after a day, content with one stays', async () => {
  const { services, time } = await testHouse();
  const { rep, orgId } = await company(people);
  const id = await customerOf(rep);
  const { view } = await upload(rep, id, { file: 'kept' });
  const folder = join(services.config.dataDirectory, 'files', orgId);
  await mkdir(join(folder, 'ab'), { recursive: true });
  const old = new Date(time.now().getTime() - 2 * 86_400_000);
  for (const [name, at] of [
    ['ab'.repeat(32), old],
    [`ab${'cd'.repeat(31)}`, time.now()],
  ] as const) {
    await writeFile(join(folder, 'ab', name), 'orphan');
    await utimes(join(folder, 'ab', name), at, at);
  }
  for (const path of await contents(orgId)) if (!path.startsWith('ab/')) await utimes(join(folder, path), old, old);
  expect(await sweepFiles(services, orgId)).toBe(1);
  expect(await contents(orgId)).toHaveLength(2);
  expect((await download(rep, view.id)).body).toBe('kept');
});
