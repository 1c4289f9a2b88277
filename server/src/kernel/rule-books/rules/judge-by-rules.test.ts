import type { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { compileFilter, declareFields, FilterRefused } from '../../filters/index.ts';
import { explain } from './explain.ts';
import { judgeBy, markOf, ruleContext } from './judge-by-rules.ts';

/** Words found as they stand; what follows 不 is denied. */
const plainWords = {
  find: (how: string, text: string, words: readonly string[]) =>
    words.find((word) => text.includes(word) && text.includes(`不${word}`) === (how === 'denies')),
};

const fields = declareFields([
  { name: 'need', kind: 'text', column: 'need', words: plainWords },
  { name: 'source', kind: 'text', column: 'source' },
  { name: 'type', kind: 'enum', column: 'type', values: ['new', 'old'] },
  { name: 'budgetMinor', kind: 'money', column: 'budget_minor' },
]);

const context = ruleContext({ now: new Date('2026-03-18T02:12:00Z'), today: '2026-03-18', zone: 'Asia/Shanghai' });

interface Says {
  readonly group: string;
  readonly points: number;
}

const written = (id: string, when: Filter, says: Says = { group: '', points: 1 }, active = true) => ({
  id,
  name: id,
  active,
  when,
  says,
});
const anything: Filter = { all: [] };
const says = (word: string): Filter => ({ field: 'need', op: 'mentions', value: [word] });

const judged = (rules: Parameters<typeof judgeBy<Says>>[1], row: Record<string, unknown>, grouped = false) =>
  judgeBy<Says>({ fields, ...(grouped ? { groupOf: ({ group }) => group } : {}) }, rules, context)(row);

test('the first fitting rule that is switched on decides', () => {
  const rules = [
    written('off', says('采购'), undefined, false),
    written('buy', says('采购')),
    written('also', { field: 'need', op: 'contains', value: '采购' }),
    written('rest', anything),
  ];
  expect(markOf(judged(rules, { need: '要采购' }))).toBe('|buy|');
  expect(markOf(judged(rules, { need: '看看' }))).toBe('|rest|');
  expect(markOf(judged([written('buy', says('采购'))], { need: null }))).toBe(null);
});

test('of rules in groups the first of each group speaks, and their points can be added', () => {
  const rules = [
    written('large', { field: 'budgetMinor', op: 'gte', value: 100 }, { group: 'budget', points: 2 }),
    written('clear', says('采购'), { group: 'need', points: 2 }),
    written('some', { field: 'budgetMinor', op: 'gte', value: 10 }, { group: 'budget', points: 1 }),
  ];
  const spoken = judged(rules, { need: '要采购', budgetMinor: 50 }, true);
  expect(spoken.map(({ rule: { id } }) => id)).toEqual(['some', 'clear']);
  expect(spoken.reduce((sum, { rule }) => sum + rule.says.points, 0)).toBe(3);
});

test.each<[string, Filter, Record<string, unknown>, string[]]>([
  [
    'a word with the source',
    { all: [{ field: 'source', op: 'in', value: ['fair'] }, says('采购')] },
    { source: 'fair', need: '要采购' },
    ['source.is 展会咨询', 'need.mentions 采购'],
  ],
  ['a denied word', { field: 'need', op: 'denies', value: ['采购'] }, { need: '不采购' }, ['need.denies 采购']],
  ['no such word', { not: says('采购') }, { need: '看看' }, ['need.mentionsNot']],
  ['nothing told', { not: says('采购') }, {}, ['need.empty']],
  [
    'the first of any',
    { any: [says('样品'), { field: 'type', op: 'ne', value: 'old' }] },
    { need: '看看', type: 'new' },
    ['type.is.new'],
  ],
  [
    'an amount',
    { field: 'budgetMinor', op: 'gte', value: 100 },
    { budgetMinor: 20_000_000 },
    ['budgetMinor.is 200,000'],
  ],
  ['a part of a text', { field: 'source', op: 'contains', value: 'a' }, { source: 'fair' }, ['source.contains a']],
  ['something given', { field: 'source', op: 'isEmpty', value: false }, { source: 'fair' }, ['source.filled']],
])('the reason names %s', (_, when, row, reasons) => {
  const [spoken] = judged([written('one', when)], row);
  const why = explain('leads', spoken!, (field) => (field === 'source' ? '展会咨询' : undefined));
  expect(why[0]).toEqual({ key: 'rules.why.by', params: { rule: 'one' } });
  expect(why.slice(1).map(({ key, params }) => `${key} ${params['value'] ?? ''}`.trim())).toEqual(
    reasons.map((reason) => `leads.met.${reason}`),
  );
});

test('a rule for everything else says so', () => {
  const [spoken] = judged([written('rest', anything)], {});
  expect(explain('leads', spoken!).map(({ key }) => key)).toEqual(['rules.why.by', 'rules.why.otherwise']);
});

test.each<[string, Filter]>([
  ['words of a field that is not read for them', { field: 'source', op: 'mentions', value: ['x'] }],
  ['words that are none', { field: 'need', op: 'mentions', value: [' '] }],
  ['no words', { field: 'need', op: 'mentions', value: [] }],
])('%s are refused', (_, when) => {
  expect(() => judged([written('one', when)], {})).toThrow(FilterRefused);
});

test('what people write is read in memory only: a list refuses the question', () => {
  expect(() => compileFilter(says('采购'), fields, context)).toThrow(FilterRefused);
});
