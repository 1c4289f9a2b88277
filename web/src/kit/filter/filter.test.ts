import fc from 'fast-check';
import { expect, test } from 'vitest';
import { enWords, zhWords } from '../words/index.ts';
import {
  chipOf,
  chipsOf,
  type FieldFilter,
  type Filter,
  type FilterField,
  filterOf,
  isComplete,
  operatorsOf,
  questionCount,
  questionFor,
  questionsOf,
} from './filter-model.ts';
import { readFilter, writeFilter } from './filter-text.ts';
import { chipWords } from './filter-words.ts';

const fields: FilterField[] = [
  { key: 'ownerId', label: '负责人', kind: 'person' },
  {
    key: 'state',
    label: '状态',
    kind: 'choice',
    options: [
      { value: 'invalid', label: '无效' },
      { value: 'won', label: '成交' },
    ],
  },
  { key: 'budget', label: '预算', kind: 'money', currency: 'CNY' },
  { key: 'createdAt', label: '创建时间', kind: 'day' },
  { key: 'incomplete', label: '待补充', kind: 'flag' },
];
const around = { fields, words: zhWords, language: 'zh-CN', zone: 'Asia/Shanghai' } as const;
const say = (chip: Filter) => {
  const { head, tail } = chipWords(chip, around);
  return `${head} ${tail}`.trim();
};

test('a sentence may name some of many values before it counts the rest', () => {
  const chip: Filter = { field: 'state', op: 'in', value: ['a', 'b', 'c'] };
  expect(chipWords(chip, { ...around, named: 2 }).tail).toBe('a、b 等 3 项');
});

test.each<[Filter, string]>([
  [{ field: 'ownerId', op: 'in', value: [{ me: true }] }, '负责人是 我'],
  [{ field: 'state', op: 'ne', value: 'invalid' }, '状态不是 无效'],
  [{ field: 'state', op: 'in', value: ['invalid', 'won'] }, '状态属于 无效、成交'],
  [{ field: 'state', op: 'in', value: ['a', 'b', 'c'] }, '状态属于 3 项'],
  [{ field: 'budget', op: 'gte', value: 50_000_000 }, '预算不小于 ¥50.0 万'],
  [{ field: 'budget', op: 'between', value: [0, 1_000_000] }, '预算介于 ¥0 – ¥1.0 万'],
  [{ field: 'createdAt', op: 'within', value: { relative: '-7d' } }, '创建时间在最近 7 天'],
  [{ field: 'createdAt', op: 'within', value: { relative: '14d' } }, '创建时间在未来 14 天'],
  [{ field: 'createdAt', op: 'eq', value: { period: 'month', shift: -1 } }, '创建时间在 上月'],
  [{ field: 'createdAt', op: 'gte', value: { period: 'quarter' } }, '创建时间不早于 本季度'],
  [{ field: 'createdAt', op: 'lte', value: { period: 'week', shift: -3 } }, '创建时间不晚于 3 周前'],
  [{ field: 'createdAt', op: 'eq', value: { relative: '0d' } }, '创建时间在 今天'],
  [{ field: 'createdAt', op: 'lt', value: { relative: '0h' } }, '创建时间早于 现在'],
  [{ field: 'createdAt', op: 'lt', value: '2026-03-18T02:13:00.000Z' }, '创建时间早于 2026-03-18 10:13'],
  [{ field: 'createdAt', op: 'gte', value: '2026-03-01' }, '创建时间不早于 2026-03-01'],
  [{ field: 'budget', op: 'isEmpty' }, '预算为空'],
  [{ field: 'incomplete', op: 'eq', value: true }, '待补充是 是'],
  [{ field: 'gone', op: 'eq', value: 1 }, '未知字段是 1'],
  [
    {
      any: [
        { field: 'budget', op: 'isEmpty' },
        { field: 'state', op: 'ne', value: 'won' },
      ],
    },
    '预算为空 或 状态不是 成交',
  ],
  [{ not: { field: 'state', op: 'in', value: ['won'] } }, '状态不属于 成交'],
  [{ not: { field: 'state', op: 'eq', value: 'won' } }, '不满足 状态是 成交'],
  [{ field: 'budget', op: 'isEmpty', value: false }, '预算不为空'],
  [{ field: 'state', op: 'mentions', value: ['采购', '预算'] }, '状态提到 采购、预算'],
  [{ field: 'state', op: 'denies', value: ['a', 'b', 'c', 'd', 'e'] }, '状态否定了 a、b、c、d 等 5 个词'],
])('%j is said as %s', (chip, said) => {
  expect(say(chip)).toBe(said);
});

test('English puts spaces between the words', () => {
  const english = {
    fields: [{ key: 'state', label: 'State', kind: 'choice' }],
    words: enWords,
    language: 'en',
    zone: 'Asia/Shanghai',
  } as const;
  expect(chipWords({ field: 'state', op: 'ne', value: 'won' }, english)).toEqual({ head: 'State is not', tail: 'won' });
});

test('chips must all hold, and one chip alone needs no group around it', () => {
  const [a, b]: Filter[] = [
    { field: 'budget', op: 'isEmpty' },
    { field: 'state', op: 'ne', value: 'won' },
  ];
  expect(filterOf([])).toBeUndefined();
  expect(filterOf([a!])).toEqual(a);
  expect(chipsOf(filterOf([a!, b!]))).toEqual([a, b]);
});

test('a chip of several questions asks any of them; a deeper one is shown but not edited', () => {
  const questions: FieldFilter[] = [
    { field: 'budget', op: 'isEmpty' },
    { field: 'state', op: 'ne', value: 'won' },
  ];
  const chip = chipOf(questions);
  expect(questionsOf(chip!)).toEqual(questions);
  expect(questionsOf({ all: questions })).toBeUndefined();
  expect(questionsOf({ any: [{ not: questions[0]! }] })).toBeUndefined();
  expect(questionCount({ all: [chip!, { not: questions[0]! }] })).toBe(3);
});

test.each<[FieldFilter, boolean]>([
  [{ field: 'a', op: 'in' }, false],
  [{ field: 'a', op: 'in', value: [] }, false],
  [{ field: 'a', op: 'in', value: ['x'] }, true],
  [{ field: 'a', op: 'between', value: ['', '2026-01-01'] }, false],
  [{ field: 'a', op: 'between', value: [1, 2] }, true],
  [{ field: 'a', op: 'eq' }, false],
  [{ field: 'a', op: 'eq', value: false }, true],
  [{ field: 'a', op: 'isEmpty' }, true],
])('%j is complete: %s', (question, complete) => {
  expect(isComplete(question)).toBe(complete);
});

test('the first question to a field uses a relation the field offers', () => {
  for (const field of fields) expect(operatorsOf(field)).toContain(questionFor(field).op);
});

test.each([
  '',
  'x',
  '{}',
  '[]',
  'null',
  '{"field":1,"op":"eq"}',
  '{"field":"a","op":"drop"}',
  '{"all":[{"any":[1]}]}',
  '{"field":"a","op":"eq","value":{"sql":"1"}}',
])('the address %s holds no filter', (text) => {
  expect(readFilter(text)).toBeUndefined();
});

test('too deep and too many questions are no filter either', () => {
  const deep = '{"not":'.repeat(5) + '{"field":"a","op":"isEmpty"}' + '}'.repeat(5);
  expect(readFilter(deep)).toBeUndefined();
  expect(
    readFilter(JSON.stringify({ all: Array.from({ length: 51 }, () => ({ field: 'a', op: 'isEmpty' })) })),
  ).toBeUndefined();
});

const question = fc.record({
  field: fc.stringMatching(/^[a-z]{1,8}$/),
  op: fc.constantFrom('eq' as const, 'in' as const, 'isEmpty' as const),
  value: fc.oneof(fc.string(), fc.integer(), fc.array(fc.string(), { maxLength: 3 })),
});

test('every filter the bar can make survives the way through the address', () => {
  const property = fc.property(
    fc.array(fc.array(question, { minLength: 1, maxLength: 3 }), { maxLength: 5 }),
    (groups) => {
      const filter = filterOf(groups.flatMap((group) => chipOf(group) ?? []));
      expect(readFilter(writeFilter(filter))).toEqual(filter);
    },
  );
  expect(() => fc.assert(property)).not.toThrow();
});
