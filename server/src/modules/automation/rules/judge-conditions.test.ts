import type { Filter } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { declareFields } from '../../../kernel/filters/index.ts';
import { judgeConditions, questionsIn } from './judge-conditions.ts';

const fields = declareFields([
  { name: 'intent', kind: 'enum', column: 'intent', values: ['high', 'medium', 'low'] },
  { name: 'city', kind: 'text', column: 'city' },
  { name: 'attempts', kind: 'number', column: 'attempts' },
]);
const context = {
  me: '00000000-0000-7000-8000-000000000000',
  today: '2026-03-18',
  zone: 'Asia/Shanghai',
  now: new Date('2026-03-18T02:00:00Z'),
  mayUse: () => true,
};
const high: Filter = { field: 'intent', op: 'eq', value: 'high' };
const wuxi: Filter = { field: 'city', op: 'eq', value: '无锡' };
const tried: Filter = { field: 'attempts', op: 'gte', value: 2 };
const row = { intent: 'medium', city: '无锡', attempts: 0 };

const missedBy = (conditions: Filter, of: object = row) => {
  const { holds, unmet } = judgeConditions(conditions, fields, context)(of as never);
  return holds ? 'holds' : unmet.map(({ asked, not, had }) => `${not ? 'not ' : ''}${asked.field} ${String(had)}`);
};

test.each<[string, Filter, string | string[]]>([
  ['no conditions', { all: [] }, 'holds'],
  ['one that holds', wuxi, 'holds'],
  ['one that does not', high, ['intent medium']],
  ['all, of which two are missed', { all: [high, wuxi, tried] }, ['intent medium', 'attempts 0']],
  ['any, of which one holds', { any: [high, wuxi] }, 'holds'],
  ['any, of which none holds', { any: [high, tried] }, ['intent medium', 'attempts 0']],
  ['what must not be and is', { not: wuxi }, ['not city 无锡']],
  ['what must not be together and is', { not: { all: [wuxi, { not: high }] } }, ['not city 无锡', 'intent medium']],
  ['what must not be and is not', { not: high }, 'holds'],
  ['nothing at all', { any: [] }, []],
])('conditions: %s', (_, conditions, expected) => {
  expect(missedBy(conditions)).toEqual(expected);
});

test('what is empty is told as empty, and long texts by their beginning', () => {
  expect(missedBy(wuxi, { city: null })).toEqual(['city null']);
  expect(missedBy(wuxi, { city: '长'.repeat(200) })).toEqual([`city ${'长'.repeat(80)}`]);
});

test('the questions of a filter are found wherever they stand', () => {
  const names = questionsIn({ all: [high, { any: [wuxi, { not: tried }] }] }).map(({ field }) => field);
  expect(names).toEqual(['intent', 'city', 'attempts']);
});
