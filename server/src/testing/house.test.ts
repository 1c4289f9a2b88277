import type { Operation } from '@dealtrail/protocol/kernel';
import type { InjectOptions } from 'fastify';
import { beforeAll, describe, expect, test } from 'vitest';
import { house } from '../house.ts';
import { assemble } from '../kernel/house/registry.ts';
import { multipart, type Params } from './build-by-verb.ts';
import { builders } from './builders.ts';
import { validSample } from './sample.ts';
import { type Caller, company, testHouse } from './test-house.ts';

const { routes } = assemble(house);
const operations = routes.map((route) => route.operation);
const guarded = operations.filter((operation) => operation.permission !== 'public');
const withPermission = guarded.filter((operation) => operation.permission.includes('.'));
const withRecord = guarded.filter((operation) => operation.path.includes('/:'));
const withBody = operations.filter((operation) => operation.body);
const named = (list: readonly Operation[]) => list.map((operation) => ({ id: operation.id, operation }));

const RANDOM_ID = '019d1111-2222-7333-8444-555555555555';
const RANDOM: Params = {};

function requestOf(operation: Operation, params: Params): InjectOptions {
  const body = operation.body ? validSample(operation.body) : undefined;
  const query = operation.query ? (validSample(operation.query) as Record<string, string>) : {};
  const search = new URLSearchParams(query).toString();
  return {
    method: operation.method,
    url: `/api/v1${operation.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? RANDOM_ID)}${search ? `?${search}` : ''}`,
    ...(operation.bodyKind === 'multipart'
      ? multipart('公司\n甲公司\n', '{"公司":"companyName"}')
      : body === undefined
        ? {}
        : { payload: body as object }),
  };
}

/** Rows of every tenant table of one organisation: a refusal must leave them as they were. */
async function rowCounts(orgId: string): Promise<Record<string, number>> {
  const { services } = await testHouse();
  const tables = await services.database.readRows<{ name: string }>(orgId, {
    text: `select viewname as name from pg_views where schemaname = 'seen' and viewname not in ('idempotency') order by 1`,
    values: [],
  });
  const counts = tables
    .map(
      ({ name }) =>
        `select '${name}' as name, count(*)::int as rows from seen.${name} where ${name === 'organizations' ? 'id' : 'org_id'} = $1`,
    )
    .join(' union all ');
  const rows = await services.database.readRows<{ name: string; rows: number }>(orgId, {
    text: counts,
    values: [orgId],
  });
  return Object.fromEntries(rows.map((row) => [row.name, row.rows]));
}

let admin: Caller;
let stranger: Caller;
let powerless: Caller;
const ids = new Map<string, Params>();

beforeAll(async () => {
  const standing = await testHouse();
  const here = await company({
    admin: { role: 'administrator' },
    powerless: { role: 'administrator' },
    other: { role: 'administrator' },
  });
  const there = await company({ admin: { role: 'administrator' } });
  admin = here.admin;
  powerless = here.powerless;
  stranger = there.admin;
  await standing.services.database.write(
    { orgId: here.orgId, actorId: null, operation: 'testing', requestId: 'test' },
    async (tx) => {
      await tx.run({
        text: 'delete from app.member_roles where org_id = $1 and member_id = $2',
        values: [here.orgId, powerless.memberId],
      });
      await tx.run({
        text: 'update app.members set epoch = epoch + 1 where org_id = $1 and id = $2',
        values: [here.orgId, powerless.memberId],
      });
    },
  );
  for (const [path, build] of Object.entries(builders)) ids.set(path, await build(admin));
});

/** The record a path speaks of, by the longest builder path it begins with. */
function recordFor(operation: Operation): Params | undefined {
  const best = [...ids.keys()]
    .filter((path) => `${operation.path}/`.startsWith(path))
    .sort((a, b) => b.length - a.length)[0];
  return best === undefined ? undefined : ids.get(best);
}

describe('every guarded verb', () => {
  test.each(named(guarded))('$id answers 401 without a sign-in and changes nothing', async ({ operation }) => {
    const { app } = await testHouse();
    const answer = await app.inject(requestOf(operation, RANDOM));
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({ code: 'not_signed_in', status: 401 });
  });

  test.each(named(withPermission))(
    '$id answers 403 to a member without $operation.permission',
    async ({ operation }) => {
      const before = await rowCounts(powerless.orgId);
      const answer = await powerless.inject(requestOf(operation, recordFor(operation) ?? RANDOM));
      expect([answer.status, answer.problem.code]).toEqual([403, 'not_allowed']);
      expect(await rowCounts(powerless.orgId)).toEqual(before);
    },
  );
});

describe('every verb on a record', () => {
  test.each(named(withRecord))('$id has a builder for its record', ({ operation }) => {
    expect(recordFor(operation), `add ${operation.path} to testing/builders.ts`).toBeDefined();
  });

  test.each(named(withRecord.filter((operation) => operation.method === 'GET')))(
    '$id finds the record for who may see it',
    async ({ operation }) => {
      const answer = await admin.inject(requestOf(operation, recordFor(operation) ?? RANDOM));
      expect(answer.status).toBe(200);
    },
  );

  test.each(named(withRecord))(
    '$id answers another organisation as if the record did not exist',
    async ({ operation }) => {
      const [before, elsewhere] = [await rowCounts(admin.orgId), await rowCounts(stranger.orgId)];
      const foreign = await stranger.inject(requestOf(operation, recordFor(operation) ?? RANDOM));
      const random = await stranger.inject(requestOf(operation, RANDOM));
      expect(foreign.status).toBe(404);
      expect(foreign.body).toEqual(random.body);
      expect(await rowCounts(admin.orgId)).toEqual(before);
      expect(await rowCounts(stranger.orgId)).toEqual(elsewhere);
    },
  );

  test.each(named(withRecord))('$id takes a malformed id for a record that does not exist', async ({ operation }) => {
    const answer = await admin.inject(
      requestOf(operation, { id: 'not-an-id', leadId: 'not-an-id', contactId: 'not-an-id' }),
    );
    expect(answer.status).toBe(404);
  });
});

describe('malformed input', () => {
  test.each(named(withBody))('$id refuses an unknown field and changes nothing', async ({ operation }) => {
    const before = await rowCounts(admin.orgId);
    const sample = requestOf(operation, recordFor(operation) ?? RANDOM);
    const answer = await admin.inject({ ...sample, payload: { ...(sample.payload as object), orgId: RANDOM_ID } });
    expect([answer.status, answer.problem.code]).toEqual([422, 'invalid_input']);
    expect(await rowCounts(admin.orgId)).toEqual(before);
  });

  test.each(named(withBody))('$id refuses JSON that is none', async ({ operation }) => {
    const sample = requestOf(operation, recordFor(operation) ?? RANDOM);
    const answer = await admin.inject({ ...sample, payload: '{"a":', headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.problem.code]).toEqual([400, 'malformed_request']);
  });

  test.each(named(operations.filter((operation) => operation.method === 'GET')))(
    '$id refuses an unknown parameter',
    async ({ operation }) => {
      const url = requestOf(operation, recordFor(operation) ?? RANDOM).url as string;
      const answer = await admin.inject({ method: 'GET', url: `${url}${url.includes('?') ? '&' : '?'}%24raw=1` });
      expect([answer.status, answer.problem.code]).toEqual([400, 'unknown_parameter']);
    },
  );
});

describe('the description of the house', () => {
  test('names every problem in both languages', () => {
    const registry = assemble(house);
    for (const code of Object.keys(registry.statuses)) {
      expect(registry.messages.zh[`problem.${code}`], `zh ${code}`).toBeTruthy();
      expect(registry.messages.en[`problem.${code}`], `en ${code}`).toBeTruthy();
    }
  });

  test('every verb has a result, a file, or nothing to tell', () => {
    for (const operation of operations) {
      expect(
        operation.result !== undefined || operation.resultKind === 'file' || operation.status === undefined,
        operation.id,
      ).toBe(true);
    }
  });
});
