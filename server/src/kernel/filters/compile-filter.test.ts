import type { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';

import { compileFilter } from './compile-filter.ts';
import { declareFields } from './field.ts';
import { FilterRefused } from './refused.ts';
import { parseFilter } from './resolve.ts';
import { asking, askingAll, leadFields, ME } from './testing/sample-leads.ts';

const compiled = (filter: Filter) => compileFilter(filter, leadFields, askingAll);
const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FilterRefused) return `${error.path} ${error.reason}`.trim();
    throw error;
  }
  return 'accepted';
};

test.each<[string, Filter, string, unknown[]]>([
  ['equality', { field: 'state', op: 'eq', value: 'assigned' }, 'state = $1::text', ['assigned']],
  [
    'difference, empty counted as different',
    { field: 'state', op: 'ne', value: 'assigned' },
    '(state is null or state <> $1::text)',
    ['assigned'],
  ],
  ['a list of people', { field: 'ownerId', op: 'in', value: [{ me: true }] }, 'owner_id = any($1::uuid[])', [[ME]]],
  ['a whole number on any numeric column', { field: 'score', op: 'gte', value: 60 }, '(score >= $1::bigint)', [60]],
  ['a part number', { field: 'score', op: 'lt', value: 0.5 }, '(score < $1::numeric)', [0.5]],
  [
    'text with wildcards in it',
    { field: 'companyName', op: 'contains', value: '100%_\\A' },
    'lower(company_name collate "C") like $1::text',
    ['%100\\%\\_\\\\a%'],
  ],
  [
    'the beginning of a text',
    { field: 'companyName', op: 'startsWith', value: '华为' },
    'lower(company_name collate "C") like $1::text',
    ['华为%'],
  ],
  ['an empty text', { field: 'need', op: 'isEmpty' }, "(need is null or need = '')", []],
  ['a date that is set', { field: 'expectedOn', op: 'isEmpty', value: false }, 'expected_on is not null', []],
  ['a negation', { not: { field: 'score', op: 'gt', value: 5 } }, '(score is null or score <= $1::bigint)', [5]],
  [
    'a negation of groups',
    {
      not: {
        any: [{ field: 'incomplete', op: 'eq', value: true }, { not: { field: 'state', op: 'eq', value: 'invalid' } }],
      },
    },
    '((incomplete is null or incomplete <> $1::boolean) and state = $2::text)',
    [true, 'invalid'],
  ],
  ['everything', { all: [] }, 'true', []],
  ['nothing', { any: [] }, 'false', []],
  ['nothing listed', { field: 'state', op: 'in', value: [] }, 'state = any($1::text[])', [[]]],
])('%s in SQL', (_, filter, sql, parameters) => {
  expect(compiled(filter)).toMatchObject({ sql, parameters });
});

const range = (from: string | null, to: string | null) => [from, to].filter((moment) => moment !== null);
test.each<[string, Filter, string, string[]]>([
  [
    'a day',
    { field: 'createdAt', op: 'eq', value: '2026-03-18' },
    '(created_at >= $1::timestamptz and created_at < $2::timestamptz)',
    range('2026-03-17T16:00:00.000Z', '2026-03-18T16:00:00.000Z'),
  ],
  [
    'after a day',
    { field: 'createdAt', op: 'gt', value: '2026-03-18' },
    '(created_at >= $1::timestamptz)',
    ['2026-03-18T16:00:00.000Z'],
  ],
  [
    'up to the end of today',
    { field: 'createdAt', op: 'lte', value: { relative: '0d' } },
    '(created_at < $1::timestamptz)',
    ['2026-03-18T16:00:00.000Z'],
  ],
  [
    'before this month ago',
    { field: 'createdAt', op: 'lt', value: { relative: '-1m' } },
    '(created_at < $1::timestamptz)',
    ['2026-02-17T16:00:00.000Z'],
  ],
  [
    'the last 30 days',
    { field: 'createdAt', op: 'within', value: { relative: '-30d' } },
    '(created_at >= $1::timestamptz and created_at < $2::timestamptz)',
    ['2026-02-15T16:00:00.000Z', '2026-03-18T16:00:00.000Z'],
  ],
  [
    'the last 24 hours',
    { field: 'createdAt', op: 'within', value: { relative: '-24h' } },
    '(created_at >= $1::timestamptz and created_at <= $2::timestamptz)',
    ['2026-03-17T02:12:00.000Z', '2026-03-18T02:12:00.000Z'],
  ],
  [
    'the next two weeks',
    { field: 'expectedOn', op: 'within', value: { relative: '2w' } },
    '(expected_on >= $1::date and expected_on <= $2::date)',
    ['2026-03-18', '2026-04-01'],
  ],
  [
    'between two days',
    { field: 'createdAt', op: 'between', value: ['2026-03-01', { relative: '-1d' }] },
    '(created_at >= $1::timestamptz and created_at < $2::timestamptz)',
    ['2026-02-28T16:00:00.000Z', '2026-03-17T16:00:00.000Z'],
  ],
  [
    'a year before a leap day',
    { field: 'expectedOn', op: 'gte', value: { relative: '-1y' } },
    '(expected_on >= $1::date)',
    ['2025-03-18'],
  ],
])('%s in SQL', (_, filter, sql, parameters) => {
  expect(compiled(filter)).toMatchObject({ sql, parameters });
});

test('a month later on the 31st is the last day of the shorter month', () => {
  const context = { ...asking, today: '2026-01-31' };
  const later = compileFilter({ field: 'expectedOn', op: 'eq', value: { relative: '1m' } }, leadFields, context);
  expect(later.parameters).toEqual(['2026-02-28', '2026-02-28']);
});

test('parameters are numbered behind those of the statement, columns carry the alias, a related field its own', () => {
  const filter: Filter = {
    all: [
      { field: 'score', op: 'eq', value: 1 },
      { field: 'customer.grade', op: 'eq', value: 'A' },
    ],
  };
  expect(compileFilter(filter, leadFields, asking, { offset: 3, alias: 'l' }).sql).toBe(
    '(l.score = $4::bigint and c.grade = $5::text)',
  );
});

test('a value that a rank stands for is asked by its rank, so that plans know how it lies in the order of ranks', () => {
  const ranked = { column: 'intent_rank', ranks: { high: 3, medium: 2, low: 1 } };
  const values = ['high', 'medium', 'low'];
  const fields = declareFields([{ name: 'intent', kind: 'enum', column: 'intent', values, ranked }]);
  const ask = (filter: Filter) => compileFilter(filter, fields, askingAll, { alias: 'l' });
  expect(ask({ field: 'intent', op: 'eq', value: 'high' })).toMatchObject({
    sql: 'l.intent_rank = $1::bigint',
    parameters: [3],
  });
  expect(ask({ field: 'intent', op: 'in', value: ['high', 'low'] })).toMatchObject({
    sql: 'l.intent_rank = any($1::bigint[])',
    parameters: [[3, 1]],
  });
  expect(() => declareFields([{ name: 'intent', kind: 'enum', column: 'intent', values: ['new'], ranked }])).toThrow(
    RangeError,
  );
});

test('filters that differ in values only have one shape and one text, others differ', () => {
  const score = (value: number, op: 'gt' | 'gte' = 'gt') => compiled({ field: 'score', op, value });
  expect([score(1).shape, score(1).sql]).toEqual([score(7).shape, score(7).sql]);
  expect(score(1).shape).not.toBe(score(1.5).shape);
  expect(score(1).shape).not.toBe(score(1, 'gte').shape);
});

test.each<[string, Filter, string]>([
  ['an unknown field', { all: [{ field: 'password', op: 'eq', value: 'x' }] }, 'all.0.field unknown_field'],
  ['a field of Object', { field: 'constructor', op: 'eq', value: 'x' }, 'field unknown_field'],
  [
    'a field the asker may not see',
    { not: { field: 'budgetMinor', op: 'gt', value: 1 } },
    'not.field field_not_allowed',
  ],
  ['a question the field does not offer', { field: 'need', op: 'eq', value: 'x' }, 'operator_not_offered'],
  ['a question its kind does not understand', { field: 'incomplete', op: 'gt', value: true }, 'operator_not_offered'],
  ['no value', { field: 'state', op: 'eq' }, 'value_missing'],
  ['a number for a text', { field: 'companyName', op: 'eq', value: 5 }, 'value value_wrong_kind'],
  ['a text for a number', { any: [{ field: 'score', op: 'eq', value: '5' }] }, 'any.0.value value_wrong_kind'],
  ['a number beyond exactness', { field: 'score', op: 'eq', value: 1e300 }, 'value value_out_of_range'],
  [
    'a value the enum does not have',
    { field: 'state', op: 'in', value: ['assigned', 'lost'] },
    'value.1 value_not_listed',
  ],
  ['me where no person is asked for', { field: 'state', op: 'eq', value: { me: true } }, 'value value_wrong_kind'],
  ['an id that is none', { field: 'ownerId', op: 'eq', value: '1 or 1=1' }, 'value value_wrong_kind'],
  ['a list for one value', { field: 'state', op: 'eq', value: ['assigned'] }, 'value value_wrong_kind'],
  ['one value for a list', { field: 'state', op: 'in', value: 'assigned' }, 'value value_wrong_kind'],
  ['three ends of a range', { field: 'score', op: 'between', value: [1, 2, 3] }, 'value value_wrong_kind'],
  ['a day that does not exist', { field: 'expectedOn', op: 'eq', value: '2026-02-30' }, 'value value_wrong_kind'],
  ['an instant on a date', { field: 'expectedOn', op: 'eq', value: '2026-02-28T10:00:00Z' }, 'value value_wrong_kind'],
  [
    'an instant that does not exist',
    { field: 'createdAt', op: 'eq', value: '2026-02-30T10:00:00Z' },
    'value value_wrong_kind',
  ],
  ['hours on a date', { field: 'expectedOn', op: 'within', value: { relative: '-5h' } }, 'value value_wrong_kind'],
  ['a date for within', { field: 'expectedOn', op: 'within', value: '2026-02-28' }, 'value value_wrong_kind'],
  ['a day before 1900', { field: 'expectedOn', op: 'gt', value: { relative: '-999y' } }, 'value value_out_of_range'],
  ['something but yes or no for empty', { field: 'need', op: 'isEmpty', value: 'yes' }, 'value value_wrong_kind'],
])('%s is refused', (_, filter, reason) => {
  expect(refusal(() => compileFilter(filter, leadFields, asking))).toBe(reason);
});

test.each([
  ['{"field":"state","op":"eq","value":"assigned"}', 'accepted'],
  ['{"field":"state"', 'malformed'],
  ['[]', 'malformed'],
  ['{"all":[{"field":"state","op":"like","value":"x"}]}', 'malformed'],
])('the query text %s is %s', (text, reason) => {
  expect(refusal(() => parseFilter(text))).toBe(reason);
});
