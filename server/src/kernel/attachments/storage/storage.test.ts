import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FileLost, FileRefused, openStorage, type Storage } from './index.ts';

const orgId = '0198c0de-0000-7000-8000-000000000001';
const otherOrg = '0198c0de-0000-7000-8000-000000000002';
const limitBytes = 1_000_000;
const text = '客户名称,联系人\n';
const sha = createHash('sha256').update(text).digest('hex');

let root: string;
let storage: Storage;
beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'store-')), 'files');
  storage = openStorage(root);
});
afterEach(() => rm(join(root, '..'), { recursive: true }));

const put = (content: string | Buffer, org = orgId) =>
  storage.putFile(Readable.from([content]), { orgId: org, limitBytes });
const placeOf = (sha256: string, org = orgId) => join(root, org, sha256.slice(0, 2), sha256);
const age = (path: string, hours: number) => utimes(path, new Date(), new Date(Date.now() - hours * 3_600_000));
const dayAgo = () => new Date(Date.now() - 24 * 3_600_000);

/** Every file under the store, as paths. */
async function everything(): Promise<string[]> {
  if (!existsSync(root)) return [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('content lies under its hash, readable by us alone, and comes back byte by byte', async () => {
  expect(await put(text)).toEqual({
    sha256: sha,
    bytes: Buffer.byteLength(text),
    contentType: 'application/octet-stream',
  });
  expect(await everything()).toEqual([placeOf(sha)]);
  expect((await stat(placeOf(sha))).mode & 0o777).toBe(0o600);
  const { stream, bytes } = await storage.openFile(orgId, sha);
  expect(await buffer(stream)).toEqual(Buffer.from(text));
  expect(bytes).toBe(Buffer.byteLength(text));
});

test('a large file arrives whole, piece by piece', async () => {
  const content = randomBytes(5_000_000);
  const pieces = Array.from({ length: 77 }, (_, index) => content.subarray(index * 65_536, (index + 1) * 65_536));
  const stored = await storage.putFile(Readable.from(pieces), { orgId, limitBytes: content.length });
  expect(stored).toMatchObject({ sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length });
  expect(await readFile(placeOf(stored.sha256))).toEqual(content);
});

test('equal content is kept once, and by each organisation for itself', async () => {
  await Promise.all([put(text), put(text), put(text), put(text, otherOrg)]);
  expect((await everything()).toSorted()).toEqual([placeOf(sha), placeOf(sha, otherOrg)].toSorted());
  await rm(placeOf(sha, otherOrg));
  await expect(storage.openFile(otherOrg, sha)).rejects.toThrow(FileLost);
});

test('a part of a file is opened by its bytes', async () => {
  await put('0123456789');
  const digits = createHash('sha256').update('0123456789').digest('hex');
  const { stream, bytes } = await storage.openFile(orgId, digits, { from: 2, to: 4 });
  expect([(await buffer(stream)).toString(), bytes]).toEqual(['234', 10]);
});

test('a file over the limit is refused, the stream is stopped, and nothing stays', async () => {
  const endless = new Readable({
    read() {
      this.push(Buffer.alloc(65_536, 'x'));
    },
  });
  const putting = storage.putFile(endless, { orgId, limitBytes });
  await expect(putting).rejects.toThrow(FileRefused);
  await expect(putting).rejects.toMatchObject({ code: 'too_large' });
  expect(endless.destroyed).toBe(true);
  expect(await everything()).toEqual([]);
  expect((await put('x'.repeat(limitBytes))).bytes).toBe(limitBytes);
});

test.each([
  ['with an error', (stream: PassThrough) => stream.destroy(new Error('client gone')), 'client gone'],
  ['without a word', (stream: PassThrough) => stream.destroy(), /premature|aborted|closed/i],
])('a stream that breaks off %s leaves nothing', async (_, end, message) => {
  const stream = new PassThrough();
  const putting = storage.putFile(stream, { orgId, limitBytes });
  stream.write('half of a file');
  setTimeout(() => end(stream), 20);
  await expect(putting).rejects.toThrow(message);
  expect(await everything()).toEqual([]);
});

test('a stream that broke before it was looked at is only an error of this file', async () => {
  const stream = new PassThrough();
  const putting = storage.putFile(stream, { orgId, limitBytes });
  stream.destroy(new Error('gone at once'));
  await expect(putting).rejects.toThrow('gone at once');
});

test.each(['..', '../../etc', '', `${orgId}/..`, orgId.toUpperCase(), `${orgId}\n`])(
  'the organisation %j leads nowhere',
  async (org) => {
    await expect(put(text, org)).rejects.toThrow('organisation id');
    await expect(storage.openFile(org, sha)).rejects.toThrow('organisation id');
    expect(await everything()).toEqual([]);
  },
);

test.each(['../../../etc/passwd', `${sha}/`, sha.slice(1), sha.toUpperCase(), `${sha}\n`, ''])(
  'the hash %j leads nowhere',
  async (hash) => {
    await expect(storage.openFile(orgId, hash)).rejects.toThrow('hex digits');
    await expect(storage.verifyFile(orgId, hash)).rejects.toThrow('hex digits');
  },
);

test('damage and loss are told', async () => {
  await put(text);
  expect(await storage.verifyFile(orgId, sha)).toBe('sound');
  await writeFile(placeOf(sha), 'tampered');
  expect(await storage.verifyFile(orgId, sha)).toBe('damaged');
  await rm(placeOf(sha));
  expect(await storage.verifyFile(orgId, sha)).toBe('missing');
});

test('a sweep takes what is old and named by no row, and nothing else', async () => {
  const names = await Promise.all(
    ['old orphan', 'old and known', 'young orphan'].map(async (content) => (await put(content)).sha256),
  );
  const [orphan = '', known = '', young = ''] = names;
  await put('old orphan', otherOrg);
  await Promise.all([age(placeOf(orphan), 25), age(placeOf(known), 25), age(placeOf(orphan, otherOrg), 25)]);
  await writeFile(join(root, orgId, 'incoming', 'dead.part'), 'half');
  await writeFile(join(root, orgId, 'incoming', 'alive.part'), 'half');
  await age(join(root, orgId, 'incoming', 'dead.part'), 25);
  await mkdir(join(root, orgId, 'aa'), { recursive: true });
  await writeFile(join(root, orgId, 'aa', 'README'), 'not ours');
  await age(join(root, orgId, 'aa', 'README'), 25);
  const asked: string[][] = [];
  const isKnown = async (hashes: string[]) => {
    asked.push(hashes.toSorted());
    return new Set([known]);
  };
  expect(await storage.sweepOrphans(orgId, isKnown, dayAgo())).toEqual({ orphans: 1, unfinished: 1, bytes: 10 });
  expect(asked.flat().toSorted()).toEqual([orphan, known].toSorted());
  expect((await everything()).toSorted()).toEqual(
    [
      placeOf(known),
      placeOf(young),
      placeOf(orphan, otherOrg),
      join(root, orgId, 'incoming', 'alive.part'),
      join(root, orgId, 'aa', 'README'),
    ].toSorted(),
  );
});

test('an upload of equal content during the sweep keeps the file', async () => {
  await put(text);
  await age(placeOf(sha), 25);
  const isKnown = async () => {
    await put(text);
    return new Set<string>();
  };
  expect(await storage.sweepOrphans(orgId, isKnown, dayAgo())).toMatchObject({ orphans: 0 });
  expect(await storage.verifyFile(orgId, sha)).toBe('sound');
  expect(await readdir(join(root, orgId, 'incoming'))).toEqual([]);
});

test('an organisation without files has nothing to sweep', async () => {
  const nobody = () => Promise.reject(new Error('not asked'));
  expect(await storage.sweepOrphans(randomUUID(), nobody, dayAgo())).toEqual({ orphans: 0, unfinished: 0, bytes: 0 });
});

test('no space left is told as such and leaves nothing', async () => {
  const stream = new PassThrough();
  const putting = storage.putFile(stream, { orgId, limitBytes });
  stream.write('half of a file');
  setTimeout(() => stream.destroy(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })), 20);
  await expect(putting).rejects.toMatchObject({ name: 'FileRefused', code: 'storage_full' });
  expect(await everything()).toEqual([]);
});
