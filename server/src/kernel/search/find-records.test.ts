import { search } from '@dealtrail/protocol/search';
import { beforeAll, expect, test } from 'vitest';
import { alsoOpen, type Caller, company, testHouse } from '../../testing/test-house.ts';
import { insertContactPoints, insertHeads } from '../records/records.ts';
import { sql } from 'kysely';

/** Texts of the records of a kind that only this test knows. */
const texts = new Map<string, (string | null)[]>();
beforeAll(() =>
  alsoOpen({
    name: 'pebbles',
    routes: [],
    recordKinds: [
      {
        kind: 'pebble',
        chapter: 'customers',
        searchable: async (rows, ids) => {
          const found = await rows.many(
            sql<{
              id: string;
            }>`select id from seen.records where org_id = ${rows.orgId}::uuid and id = any(${ids}::uuid[])`,
          );
          return found.map(({ id }) => ({ id, texts: texts.get(id) ?? [] }));
        },
      },
    ],
  }),
);

interface Stone {
  readonly title: string;
  readonly owner: Caller;
  readonly number?: string;
  readonly words?: (string | null)[];
  readonly phone?: string;
  readonly email?: string;
  readonly department?: string;
}

const people = {
  rep: { role: 'representative', department: 'North' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  finance: { role: 'finance' },
} as const;

async function lay(orgId: string, stones: readonly Stone[]): Promise<string[]> {
  const { services, time } = await testHouse();
  return services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    const ids = stones.map(() => time.newId());
    const idOf = (i: number) => ids[i] ?? '';
    await insertHeads(
      tx,
      stones.map((stone, i) => ({
        id: idOf(i),
        kind: 'pebble',
        number: stone.number ?? `KH2026031800${i}`,
        title: stone.title,
        ownerId: stone.owner.memberId,
        departmentId: stone.department ?? null,
        searchable: stone.words ?? [],
      })),
    );
    await insertContactPoints(
      tx,
      stones.flatMap(({ phone, email }, i) => [
        ...(phone ? [{ recordId: idOf(i), kind: 'phone' as const, normalized: phone }] : []),
        ...(email ? [{ recordId: idOf(i), kind: 'email' as const, normalized: email }] : []),
      ]),
    );
    stones.forEach((stone, i) => texts.set(idOf(i), stone.words ?? []));
    return ids;
  });
}

async function titles(caller: Caller, q: string, kind?: string): Promise<string[]> {
  const { status, body } = await caller.call(search, { query: { q, ...(kind ? { kind } : {}) } });
  expect(status).toBe(200);
  return body.items.map((item) => item.title);
}

const finds: [string, string, boolean][] = [
  ['two characters', '华为', true],
  ['a part across words', '圳华为技', true],
  ['characters that do not stand side by side', '深圳技术', false],
  ['the pinyin initials', 'hwjs', true],
  ['the beginning of the initials', 'szhw', true],
  ['a word in other letters, whatever its case', 'SOFTWARE', true],
  ['the beginning of the last word', 'soft', true],
  ['the number', 'KH20260318777', true],
  ['the beginning of the number', 'kh20260318', true],
  ['a full-width form', 'ＳＯＦＴｗａｒｅ', true],
  ['a contact name of three characters', '陆明舟', true],
  ['a contact name with a character too much', '陆明舟舟', false],
  ['another name', '小米', false],
];

test.each(finds)('%s finds the record or not', async (_, q, found) => {
  const { rep, orgId } = await company(people);
  await lay(orgId, [
    { title: '深圳华为技术 Software 有限公司', number: 'KH20260318777', owner: rep, words: ['陆明舟', null] },
  ]);
  expect(await titles(rep, q)).toEqual(found ? ['深圳华为技术 Software 有限公司'] : []);
});

test('a hit tells number, title, kind and owner', async () => {
  const { rep, orgId } = await company(people);
  const [id] = await lay(orgId, [{ title: '甲公司', number: 'KH1', owner: rep }]);
  const { body } = await rep.call(search, { query: { q: '甲公司' } });
  expect(body.items).toEqual([
    { kind: 'pebble', id, number: 'KH1', title: '甲公司', ownerName: 'rep', fileName: null },
  ]);
});

test('the number itself comes first, then titles that begin with the text, then the newest', async () => {
  const { rep, orgId } = await company(people);
  await lay(orgId, [
    { title: 'older has a100 inside', owner: rep, number: 'K1' },
    { title: 'a100 at the beginning', owner: rep, number: 'K2' },
    { title: 'the one', owner: rep, number: 'A100' },
    { title: 'newer has a100 inside', owner: rep, number: 'K4' },
  ]);
  expect(await titles(rep, 'a100')).toEqual([
    'the one',
    'a100 at the beginning',
    'newer has a100 inside',
    'older has a100 inside',
  ]);
});

test('at most 20 are shown', async () => {
  const { rep, orgId } = await company(people);
  await lay(
    orgId,
    Array.from({ length: 30 }, (_, i) => ({ title: `石头 ${i}`, owner: rep, number: `N${i}` })),
  );
  expect(await titles(rep, '石头')).toHaveLength(20);
});

test('only what the member may see is found, of kinds that exist', async () => {
  const made = await company(people);
  const { rep, boss, finance, orgId } = made;
  const other = await company(people);
  await lay(orgId, [
    { title: '石头甲', owner: rep, department: made.department('North') },
    { title: '石头乙', owner: finance },
  ]);
  await lay(other.orgId, [{ title: '石头丙', owner: other.rep }]);
  expect(await titles(rep, '石头')).toEqual(['石头甲']);
  expect(await titles(boss, '石头')).toEqual(['石头甲']);
  expect((await titles(finance, '石头')).toSorted()).toEqual(['石头乙', '石头甲']);
  expect(await titles(rep, '石头', 'pebble')).toEqual(['石头甲']);
  expect(await titles(rep, '石头', 'lead')).toEqual([]);
  expect(await titles(rep, '石头', 'toString')).toEqual([]);
});

test('a phone is found by its last four digits or whole, an address whole, where contact data may be looked at', async () => {
  const made = await company(people);
  const { rep, boss, finance, orgId } = made;
  await lay(orgId, [
    {
      title: '甲公司',
      owner: rep,
      department: made.department('North'),
      phone: '+8613895672046',
      email: 'zhang@example.com',
    },
  ]);
  for (const q of ['2046', '13895672046', '+86 138 9567 2046', 'Zhang@Example.com']) {
    expect(await titles(rep, q)).toEqual(['甲公司']);
    expect(await titles(boss, q)).toEqual(['甲公司']);
    // Sees the record, but may not look at its number, so the number does not find it.
    expect(await titles(finance, q)).toEqual([]);
  }
  for (const q of ['1389', '046', '72046', '9567', '1389567204', 'zhang', '@example.com'])
    expect(await titles(rep, q)).toEqual([]);
  expect(await titles(finance, '甲公司')).toEqual(['甲公司']);
});

test('a whole number out of sight is answered by no more than that it exists, twenty times an hour, each noted', async () => {
  const house = await testHouse();
  const made = await company(people);
  const { rep, finance, orgId } = made;
  await lay(orgId, [{ title: '甲公司', owner: rep, phone: '+8613895672046', email: 'zhang@example.com' }]);
  const ask = async (who: Caller, q: string) => {
    const { items, beyond } = (await who.call(search, { query: { q } })).body;
    return [items.length, beyond];
  };
  expect(await ask(rep, '13895672046')).toEqual([1, null]);
  expect(await ask(finance, '138 9567 2046')).toEqual([0, 'exists']);
  expect(await ask(finance, 'zhang@example.com')).toEqual([0, 'exists']);
  for (const q of ['2046', '1389567', '甲公司']) expect((await ask(finance, q))[1]).toBeNull();
  for (let n = 0; n < 18; n += 1) expect(await ask(finance, `138956730${10 + n}`)).toEqual([0, 'none']);
  // Misses count like hits; what was asked already may be asked again.
  expect(await ask(finance, '13895679999')).toEqual([0, 'limit']);
  expect(await ask(finance, '13895672046')).toEqual([0, 'exists']);
  const audited = await house.services.database.readRows(orgId, {
    text: `select changes from seen.audit where org_id = $1 and table_name = 'probes' and actor_id = $2`,
    values: [orgId, finance.memberId],
  });
  expect(audited).toHaveLength(20);
  expect(JSON.stringify(audited)).not.toContain('13895672046');
  house.time.advance(3_600_000);
  expect(await ask(finance, '13895679999')).toEqual([0, 'none']);
});

test('what was deleted is not found', async () => {
  const { services } = await testHouse();
  const { rep, orgId } = await company(people);
  const [id] = await lay(orgId, [{ title: '石头', owner: rep, phone: '+8613895672046' }]);
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await tx.run({
      text: 'update app.records set deleted_at = $3 where org_id = $1 and id = $2',
      values: [orgId, id, tx.time.now()],
    });
  });
  expect(await titles(rep, '石头')).toEqual([]);
  expect(await titles(rep, '2046')).toEqual([]);
});

const hostile = [
  `' or 1=1 --`,
  `'; drop table app.records; --`,
  `a' & 'b':*`,
  '!()|&<->*:',
  '%',
  '_',
  '\\',
  '石\u202e',
  '$1',
  '{me}',
  'a'.repeat(100),
  '石'.repeat(100),
  '😀',
  `x'x`,
];

test.each(hostile)('the text %s breaks nothing and finds only what has it', async (q) => {
  const { rep, orgId } = await company(people);
  await lay(orgId, [{ title: '乙公司', owner: rep }]);
  expect(await titles(rep, q)).toEqual([]);
});
