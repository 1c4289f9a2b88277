import { search } from '@dealtrail/protocol/search';
import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, testHouse } from '../../testing/test-house.ts';
import type { Tx } from '../db/index.ts';
import type { RecordKind } from '../house/module.ts';
import { insertHeads } from '../records/records.ts';
import { remakeAll, remakeBatch } from './remake.ts';

const people = { rep: { role: 'representative' } } as const;

/** Texts of the records of a kind that only this test knows; its identity is its title in capitals. */
const texts = new Map<string, string>();
let made: string[][] = [];
const slab: RecordKind = {
  kind: 'slab',
  chapter: 'customers',
  searchable: async (_rows, ids) => ids.map((id) => ({ id, texts: [texts.get(id) ?? null] })),
  identity: {
    version: 3,
    async of(tx, ids) {
      made.push([...ids]);
      const heads = await tx.many(sql<{ id: string; title: string }>`
        select id, title from seen.records where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[])`);
      return heads.map(({ id, title }) => ({
        id,
        keys: [{ kind: 'company', key: title.toUpperCase() }],
        points: [{ kind: 'phone' as const, normalized: '+8613895672046' }],
      }));
    },
  },
};

beforeAll(() => alsoOpen({ name: 'slabs', routes: [], recordKinds: [slab] }));
beforeEach(() => {
  made = [];
});

async function write<Result>(orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const { services } = await testHouse();
  return services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, work);
}

/** Lays records as an older version left them: without words, keys and numbers to be found by. */
async function layOld(owner: Caller, titles: readonly string[]): Promise<string[]> {
  const { time } = await testHouse();
  return write(owner.orgId, async (tx) => {
    const ids = titles.map(() => time.newId());
    const heads = titles.map((title, i) => ({
      id: ids[i] ?? '',
      kind: 'slab',
      number: `KH2026${i}`,
      title,
      ownerId: owner.memberId,
      departmentId: null,
      searchable: [],
    }));
    await insertHeads(tx, heads);
    await tx.run({ text: `update app.records set tok = ''::tsvector where org_id = $1`, values: [owner.orgId] });
    return ids;
  });
}

const found = async (caller: Caller, q: string) =>
  (await caller.call(search, { query: { q } })).body.items.map(({ title }) => title);

async function identities(orgId: string): Promise<{ recordId: string; key: string }[]> {
  return write(orgId, (tx) =>
    tx.many(sql<{ recordId: string; key: string }>`
      select record_id, key from seen.match_keys where org_id = ${orgId}::uuid
      union all select record_id, normalized from seen.contact_points where org_id = ${orgId}::uuid order by 2`),
  );
}

test('records of before are found again by title, number, texts, keys and phone, once', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const ids = await layOld(rep, ['alpha', 'beta']);
  texts.set(ids[0] ?? '', '陆明舟');
  expect(await found(rep, '陆明舟')).toEqual([]);
  expect(await remakeAll(services, orgId)).toBe(2);
  expect([await found(rep, '陆明舟'), await found(rep, 'beta'), await found(rep, 'kh20260')]).toEqual([
    ['alpha'],
    ['beta'],
    ['alpha'],
  ]);
  expect((await identities(orgId)).map(({ key }) => key)).toEqual([
    '+8613895672046',
    '+8613895672046',
    'ALPHA',
    'BETA',
  ]);
  made = [];
  expect(await remakeAll(services, orgId)).toBe(0);
  expect(made).toEqual([]);
});

test('it goes on where it ended, batch by batch, and two processes do not do the same twice', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const ids = await layOld(
    rep,
    Array.from({ length: 430 }, (_, i) => `石头 ${i}`),
  );
  expect(await remakeBatch(services, orgId)).toEqual({ made: 200, more: true });
  await Promise.all([remakeBatch(services, orgId), remakeBatch(services, orgId)]);
  expect(made.flat().toSorted()).toEqual(ids.toSorted());
  expect(await remakeAll(services, orgId)).toBe(0);
  expect(await found(rep, '石头 429')).toEqual(['石头 429']);
});

test('a newer version makes all anew, once', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  await layOld(rep, ['alpha']);
  await remakeAll(services, orgId);
  await write(orgId, (tx) =>
    tx.run({ text: 'update app.remakes set made_version = made_version - 1 where org_id = $1', values: [orgId] }),
  );
  expect([await remakeAll(services, orgId), await remakeAll(services, orgId)]).toEqual([1, 0]);
});

test('a record keeps the keys of what became part of it', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const [kept = '', part = '', deeper = ''] = await layOld(rep, ['kept', 'part', 'deeper']);
  await write(orgId, async (tx) => {
    for (const [from, into] of [
      [part, kept],
      [deeper, part],
    ])
      await tx.run({
        text: 'update app.records set merged_into = $3, deleted_at = $4 where org_id = $1 and id = $2',
        values: [orgId, from, into, tx.time.now()],
      });
  });
  await remakeAll(services, orgId);
  const keys = (await identities(orgId)).filter(({ recordId, key }) => recordId === kept && !key.startsWith('+'));
  expect(keys.map(({ key }) => key)).toEqual(['DEEPER', 'KEPT', 'PART']);
});

test('files are found by the words of their names again', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const [id = ''] = await layOld(rep, ['alpha']);
  await write(orgId, (tx) =>
    tx.run({
      text: `insert into app.attachments (org_id, id, record_id, name, sha256, bytes, content_type, added_by, added_at)
        values ($1, $2, $3, '报价单_2026.pdf', 'x', 1, 'application/pdf', $4, $5)`,
      values: [orgId, tx.time.newId(), id, rep.memberId, tx.time.now()],
    }),
  );
  expect(await found(rep, '报价单')).toEqual([]);
  expect(await remakeAll(services, orgId)).toBe(2);
  expect(await found(rep, '报价单')).toEqual(['alpha']);
});

test('an organisation without records has nothing to do', async () => {
  const { services } = await testHouse();
  const { orgId } = await company(people);
  expect(await remakeAll(services, orgId)).toBe(0);
  expect(await remakeBatch(services, orgId)).toEqual({ made: 0, more: false });
});
