import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../testing/test-house.ts';
import { ProblemError } from '../http/problem.ts';
import { listQuery } from './index.ts';
import { contextOf, headList, lay, type Pebble } from './testing/head-list.ts';

type Input = Parameters<typeof listQuery>[2];

async function page(caller: Caller, input: Input = {}) {
  return listQuery(await contextOf(await testHouse(), caller), headList, input);
}

async function titles(caller: Caller, input: Input = {}): Promise<string[]> {
  return (await page(caller, input)).items.map((item) => item.title);
}

async function walk(caller: Caller, input: Input): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await page(caller, { ...input, ...(cursor ? { cursor } : {}) });
    ids.push(...items.map((item) => item.id));
    cursor = nextCursor ?? undefined;
  } while (cursor);
  return ids;
}

async function refusal(caller: Caller, input: Input): Promise<unknown[]> {
  const error = await page(caller, input).catch((thrown: unknown) => thrown);
  if (!(error instanceof ProblemError)) throw error;
  return [error.code, ...(error.facts.fields ?? []).map((field) => `${field.path} ${field.code}`)];
}

const people = {
  rep: { role: 'representative', department: 'North' },
  mate: { role: 'representative', department: 'North/One' },
  boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  admin: { role: 'administrator' },
} as const;

test('a row has the declared columns and nothing else, and the page tells the total where it is asked', async () => {
  const house = await testHouse();
  const { rep, orgId } = await company(people);
  const [id] = await lay(house, orgId, [{ title: '深圳市华为技术有限公司', owner: rep }]);
  const { items, nextCursor, total } = await page(rep, { total: 'capped' });
  expect(items).toEqual([
    {
      id,
      number: expect.stringMatching(/^P/),
      title: '深圳市华为技术有限公司',
      createdAt: house.time.now().toISOString(),
      mine: true,
    },
  ]);
  expect(nextCursor).toBeNull();
  expect(total).toEqual({ count: 1, exact: true });
  expect(await page(rep)).not.toHaveProperty('total');
  expect(await page(rep, { limit: 0, total: 'exact' })).toEqual({
    items: [],
    nextCursor: null,
    total: { count: 1, exact: true },
  });
});

test('who sees what holds for every filter and text', async () => {
  const house = await testHouse();
  const made = await company(people);
  const { rep, mate, boss, admin, orgId } = made;
  await lay(house, orgId, [
    { title: 'of rep', owner: rep, departmentId: made.department('North') },
    { title: 'of mate', owner: mate, departmentId: made.department('North/One') },
    { title: 'of nobody' },
  ]);
  const other = await company({ admin: { role: 'administrator' } });
  await lay(house, other.orgId, [{ title: 'of another company' }]);
  const asked: Input[] = [
    {},
    { filter: '{"any":[{"field":"kind","op":"eq","value":"pebble"},{"all":[]}]}' },
    { q: 'of' },
  ];
  for (const input of asked) {
    expect((await titles(rep, input)).toSorted()).toEqual(['of rep']);
    expect((await titles(boss, input)).toSorted()).toEqual(['of mate', 'of rep']);
    expect((await titles(admin, input)).toSorted()).toEqual(['of mate', 'of nobody', 'of rep']);
    expect((await page(rep, { ...input, total: 'capped' })).total).toEqual({ count: 1, exact: true });
  }
});

test('a shared row is listed, a deleted one is not', async () => {
  const house = await testHouse();
  const { rep, mate, orgId } = await company(people);
  const [shared, deleted] = await lay(house, orgId, [
    { title: 'shared', owner: mate },
    { title: 'deleted', owner: rep },
  ]);
  await house.services.database.write(
    { orgId, actorId: null, operation: 'testing.share', requestId: 'test' },
    async (tx) => {
      await tx.run({
        text: 'insert into app.shares (org_id, record_id, member_id, granted_at) values ($1, $2, $3, $4)',
        values: [orgId, shared, rep.memberId, house.time.now()],
      });
      await tx.run({
        text: 'update app.records set deleted_at = $3 where org_id = $1 and id = $2',
        values: [orgId, deleted, house.time.now()],
      });
    },
  );
  expect(await titles(rep)).toEqual(['shared']);
});

test('walking page by page gives every row once in one order, whatever the sort and the ties', {
  timeout: 60_000,
}, async () => {
  const house = await testHouse();
  const { rep, orgId } = await company(people);
  const many: Pebble[] = Array.from({ length: 37 }, (_, i) => ({
    title: `title ${i % 5}`,
    owner: rep,
    createdAt: new Date(Date.UTC(2026, 0, 1 + (i % 4), 0, 0, 0, i % 3)).toISOString(),
    version: 1 + (i % 3),
  }));
  const laid = await lay(house, orgId, many);
  const sort = fc.constantFrom('title', '-title', 'createdAt', '-createdAt', 'version', '-version');
  await fc.assert(
    fc.asyncProperty(sort, fc.integer({ min: 1, max: 40 }), async (asked, limit) => {
      const walked = await walk(rep, { sort: asked, limit });
      expect(walked).toEqual(await walk(rep, { sort: asked, limit: 200 }));
      expect(walked.toSorted()).toEqual(laid.toSorted());
    }),
    { numRuns: 18 },
  );
});

test('a row added before the place reached moves no later row to another page', async () => {
  const house = await testHouse();
  const { rep, orgId } = await company(people);
  const at = (day: number) => new Date(Date.UTC(2026, 1, day)).toISOString();
  await lay(
    house,
    orgId,
    [1, 2, 3, 4].map((day) => ({ title: `day ${day}`, owner: rep, createdAt: at(day) })),
  );
  const first = await page(rep, { limit: 2 });
  await lay(house, orgId, [{ title: 'newer', owner: rep, createdAt: at(20) }]);
  expect(await titles(rep, { limit: 2, cursor: first.nextCursor ?? '' })).toEqual(['day 2', 'day 1']);
});

test('a cursor is refused when it was changed or made for another person, filter, text or sort', async () => {
  const house = await testHouse();
  const { rep, mate, orgId } = await company(people);
  await lay(
    house,
    orgId,
    [1, 2, 3].flatMap((n) => [rep, mate].map((owner) => ({ title: `stone ${n}`, owner }))),
  );
  const cursor = (await page(rep, { limit: 1, q: 'stone' })).nextCursor ?? '';
  expect(await titles(rep, { limit: 1, q: 'stone', cursor })).toHaveLength(1);
  const changed = Buffer.from(cursor, 'base64url').fill(120, 20, 22).toString('base64url');
  const refused: [Caller, Input][] = [
    [mate, { q: 'stone', cursor }],
    [rep, { cursor }],
    [rep, { q: 'stones', cursor }],
    [rep, { q: 'stone', sort: 'title', cursor }],
    [rep, { q: 'stone', filter: '{"all":[]}', cursor }],
    [rep, { q: 'stone', cursor: changed }],
    [rep, { q: 'stone', cursor: `${cursor}A` }],
    [rep, { q: 'stone', cursor: 'null' }],
    [rep, { q: 'stone', cursor: '' }],
  ];
  for (const [caller, input] of refused) expect(await refusal(caller, input)).toEqual(['cursor_invalid']);
});

const questions: [string, string][] = [
  ['{', 'filter malformed'],
  ['null', 'filter malformed'],
  ['[]', 'filter malformed'],
  ['"x"', 'filter malformed'],
  ['{"field":"kind","op":"eq"}', 'filter value_missing'],
  ['{"field":"org_id","op":"eq","value":"x"}', 'filter.field malformed'],
  ['{"field":"orgId","op":"eq","value":"x"}', 'filter.field unknown_field'],
  ['{"field":"constructor","op":"eq","value":"x"}', 'filter.field unknown_field'],
  ['{"field":"secret","op":"startsWith","value":"1"}', 'filter.field field_not_allowed'],
  ['{"not":{"field":"secret","op":"isEmpty"}}', 'filter.not.field field_not_allowed'],
  ['{"field":"kind","op":"within","value":{"relative":"-30d"}}', 'filter operator_not_offered'],
  ['{"field":"ownerId","op":"eq","value":"1 or 1=1"}', 'filter.value value_wrong_kind'],
  ['{"field":"version","op":"gt","value":"1"}', 'filter.value value_wrong_kind'],
  [`${'{"not":'.repeat(6)}{"all":[]}${'}'.repeat(6)}`, 'filter malformed'],
];

test.each(questions)('the filter %s is refused with its place and reason', async (filter, place) => {
  const { rep } = await company(people);
  const [code, where] = await refusal(rep, { filter });
  expect(code).toBe('filter_refused');
  expect(String(where)).toContain(place);
});

const sorts: [string, string][] = [
  ['nothing', 'sort unknown_field'],
  ['-secret', 'sort field_not_allowed'],
  ['kind', 'sort not_sortable'],
  ['toString', 'sort unknown_field'],
];

test.each(sorts)('the sort %s is refused with its reason', async (sort, place) => {
  const { rep } = await company(people);
  expect(await refusal(rep, { sort })).toEqual(['filter_refused', place]);
});

const hostile = [
  `'; drop table app.records; --`,
  `' or '1'='1`,
  `\\'; select pg_sleep(5); --`,
  '%',
  '_',
  '%%%',
  '\\',
  `$1`,
  `{me}`,
  `a' & 'b':*`,
  '!!!()|&<->',
  "''",
  '\u202Eabc',
  '𠮷',
  '~hw',
  '＇ or 1=1',
];

test.each(hostile)('the text %s is taken literally in search and filter', async (text) => {
  const house = await testHouse();
  const { rep, orgId } = await company(people);
  await lay(house, orgId, [
    { title: 'plain stone', owner: rep },
    { title: `marked ${text} end`, owner: rep },
  ]);
  const filter = JSON.stringify({ field: 'title', op: 'contains', value: text });
  expect(await titles(rep, { filter })).toEqual([`marked ${text} end`]);
  const found = await titles(rep, { q: `marked ${text}` });
  expect(found).not.toContain('plain stone');
  expect((await page(rep, { total: 'exact', limit: 0 })).total?.count).toBe(2);
});

test('over HTTP the refusal says in words what is wrong, in the language that was asked for', async () => {
  const { rep } = await company(people);
  const url = `/api/v1/customers?filter=${encodeURIComponent('{"field":"nothing","op":"isEmpty"}')}`;
  const zh = await rep.inject({ method: 'GET', url });
  expect([zh.status, zh.problem.title]).toEqual([422, '筛选条件不可用：没有这个字段。']);
  expect(zh.problem.params).toEqual({ reason: 'unknown_field', path: 'filter.field' });
  const en = await rep.inject({ method: 'GET', url, headers: { 'accept-language': 'en' } });
  expect(en.problem.title).toContain('there is no such field');
  expect((await rep.inject({ method: 'GET', url: '/api/v1/customers?cursor=xyz' })).status).toBe(400);
  expect((await rep.inject({ method: 'GET', url: '/api/v1/customers?limit=1000000000' })).status).toBe(422);
  expect((await rep.inject({ method: 'GET', url: '/api/v1/customers?where[id]=1' })).status).toBe(400);
});
