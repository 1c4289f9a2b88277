import type { FieldFilter, Filter } from '@dealtrail/protocol/kernel';
import * as fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { testDatabase } from '../../testing/test-database.ts';
import { compileFilter } from './compile-filter.ts';
import { compilePredicate, type FilterRow } from './compile-predicate.ts';
import { askingAll, leadFields, ME, OTHER } from './testing/sample-leads.ts';

// Few values, so that questions meet rows; among them those on which databases and programs like to differ.
const texts = [
  '',
  'abc',
  'ABC',
  'Ábc',
  'İstanbul',
  'ΟΔΟΣ',
  'ß',
  '100%',
  'a_b',
  'a\\b',
  "o'clock",
  '$1',
  '华为技术',
  '𠮷野家',
  ' ',
];
const numbers = [-1.5, 0, 1, 1.000001, 2, 70, 9_000_000_000_000_000, 0.1];
const money = [0, 1, 100, 8_500_000, -5, 9_000_000_000_000_000];
const days = ['1900-01-01', '2026-02-28', '2026-03-17', '2026-03-18', '2026-03-19', '2026-04-18', '2199-12-31'];
const instants = [
  '2026-03-17T15:59:59.999Z',
  '2026-03-17T16:00:00.000Z',
  '2026-03-18T02:12:00.000Z',
  '2026-03-18T16:00:00.000Z',
  '2026-02-15T16:00:00.000Z',
];
const ids = [ME, OTHER, '018f3a5e-0000-7000-8000-00000000000c'];
const relatives = ['-30d', '0d', '1d', '-1w', '1m', '-1m', '-1y', '+2d'].map((relative) => ({ relative }));
const periods = [
  { period: 'day' },
  { period: 'day', shift: -1 },
  { period: 'week' },
  { period: 'week', shift: -1 },
  { period: 'month' },
  { period: 'month', shift: -1 },
  { period: 'quarter' },
  { period: 'quarter', shift: 1 },
  { period: 'year', shift: -1 },
] as const;
const hours = ['-24h', '0h', '12h'].map((relative) => ({ relative }));

const oneOf = <T>(values: readonly T[]) => fc.constantFrom(...values);
const empty = <T>(values: readonly T[]) => fc.option(oneOf(values), { nil: null, freq: 4 });
const ordered = oneOf(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'] as const);
const ask = (field: string, op: fc.Arbitrary<FieldFilter['op']>, value: fc.Arbitrary<unknown>) =>
  fc.record({ field: fc.constant(field), op, value }) as fc.Arbitrary<FieldFilter>;
const listed = <T>(values: readonly T[]) => fc.array(oneOf(values), { maxLength: 3 });
const pair = <T>(values: readonly T[]) => fc.tuple(oneOf(values), oneOf(values));

const questions: fc.Arbitrary<FieldFilter> = fc.oneof(
  ask(
    'companyName',
    oneOf(['eq', 'ne', 'contains', 'startsWith'] as const),
    oneOf([...texts, 'B', 'i', '%', '_', '\\', '技术']),
  ),
  ask('companyName', fc.constant('in'), listed(texts)),
  ask('state', oneOf(['eq', 'ne'] as const), oneOf(['assigned', 'contacted', 'invalid'])),
  ask('state', fc.constant('in'), listed(['assigned', 'invalid'])),
  ask('score', ordered, oneOf(numbers)),
  ask('score', fc.constant('in'), listed(numbers)),
  ask('score', fc.constant('between'), pair(numbers)),
  ask('budgetMinor', ordered, oneOf(money)),
  ask('budgetMinor', fc.constant('between'), pair(money)),
  ask('expectedOn', ordered, oneOf([...days, ...relatives, ...periods])),
  ask('expectedOn', fc.constant('between'), pair([...days, ...relatives, ...periods])),
  ask('expectedOn', fc.constant('within'), oneOf(relatives)),
  ask('createdAt', ordered, oneOf([...days, ...instants, ...relatives, ...periods, ...hours])),
  ask('createdAt', fc.constant('between'), pair([...days, ...instants, ...relatives, ...periods, ...hours])),
  ask('createdAt', fc.constant('within'), oneOf([...relatives, ...hours])),
  ask('incomplete', oneOf(['eq', 'ne'] as const), fc.boolean()),
  ask('ownerId', oneOf(['eq', 'ne'] as const), oneOf([...ids, { me: true }])),
  ask('ownerId', fc.constant('in'), listed([...ids, { me: true }])),
  ask('dueAt', ordered, oneOf([...days, ...instants, ...relatives, ...periods, ...hours])),
  ask('dueAt', fc.constant('between'), pair([...days, ...instants, ...relatives, ...hours])),
  ask('dueAt', fc.constant('within'), oneOf([...relatives, ...hours])),
  ask('dueAt', fc.constant('isEmpty'), fc.boolean()),
  ask('customer.grade', oneOf(['eq', 'ne'] as const), oneOf(['A', 'B', 'C'])),
  ask('companyName', fc.constant('isEmpty'), fc.boolean()),
  ask('createdAt', fc.constant('isEmpty'), fc.boolean()),
);
const { filter: filters } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    questions,
    fc.record({ all: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ not: tie('filter') }),
  ),
}));
const rows = fc.record({
  companyName: empty(texts),
  need: empty(texts),
  state: empty(['assigned', 'contacted', 'invalid']),
  score: empty(numbers),
  budgetMinor: empty(money),
  expectedOn: empty(days),
  createdAt: empty(instants),
  incomplete: empty([true, false]),
  ownerId: empty(ids),
  'customer.grade': empty(['A', 'B', 'C']),
  clocks: fc.array(oneOf(instants), { maxLength: 3 }),
});

const samples = fc.sample(rows, { numRuns: 200, seed: 20_260_214 });
const leads: readonly FilterRow[] = samples.map(({ clocks, ...lead }) => ({
  ...lead,
  dueAt: clocks.toSorted()[0] ?? null,
}));
let client: pg.Client | undefined;

beforeAll(async () => {
  const { owner } = await testDatabase();
  client = new pg.Client(owner);
  await client.connect();
  await client.query(`create temporary table lead_rows(id int, company_name text, need text, state text, score numeric(30,6),
    budget_minor bigint, expected_on date, created_at timestamptz, incomplete boolean, owner_id uuid)`);
  await client.query('create temporary table grade_rows(id int, grade text)');
  await client.query('create temporary table clock_rows(lead_id int, due_at timestamptz)');
  for (const [id, { clocks, ...lead }] of samples.entries()) {
    const { 'customer.grade': grade, ...own } = lead;
    for (const dueAt of clocks) await client.query('insert into clock_rows values($1,$2)', [id, dueAt]);
    await client.query('insert into lead_rows values($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)', [id, ...Object.values(own)]);
    await client.query('insert into grade_rows values($1,$2)', [id, grade]);
  }
});

afterAll(() => client?.end());

async function answerOfSql(filter: Filter): Promise<number[]> {
  const { sql, parameters } = compileFilter(filter, leadFields, askingAll, { alias: 'l', offset: 1 });
  const found = await client!.query<{ id: number }>(
    `select l.id from lead_rows l join grade_rows c on c.id = l.id where l.id >= $1 and ${sql} order by l.id`,
    [0, ...parameters],
  );
  return found.rows.map(({ id }) => id);
}

function answerInMemory(filter: Filter): number[] {
  const holds = compilePredicate(filter, leadFields, askingAll);
  return [...leads.keys()].filter((id) => holds(leads[id]!));
}

test('SQL and memory give one answer to any filter', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      expect(await answerOfSql(filter)).toEqual(answerInMemory(filter));
    }),
    { numRuns: 1_200 },
  );
}, 60_000);

test('a filter and its negation share the rows between them, none twice and none left out', async () => {
  await fc.assert(
    fc.asyncProperty(filters, async (filter) => {
      const both = [...(await answerOfSql(filter)), ...(await answerOfSql({ not: filter }))];
      expect(both.toSorted((a, b) => a - b)).toEqual([...leads.keys()]);
    }),
    { numRuns: 100 },
  );
});

test('filters of one shape have one SQL text', () => {
  const known = new Map<string, string>();
  fc.assert(
    fc.property(filters, (filter) => {
      const { shape, sql } = compileFilter(filter, leadFields, askingAll);
      expect(known.get(shape) ?? sql).toBe(sql);
      known.set(shape, sql);
    }),
    { numRuns: 1_000 },
  );
});
