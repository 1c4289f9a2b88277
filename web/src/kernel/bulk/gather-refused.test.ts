import { expect, test } from 'vitest';
import { gatherRefused } from './gather-refused.ts';

const open = { key: 'opportunities.reason.open', params: { number: 'SJ1' } };

test('records that stay are gathered by what stands against them, the most frequent first', () => {
  const { refused, refusals } = gatherRefused([
    { title: '甲厂', problem: 'not_deletable', reasons: [open] },
    { title: '乙厂', problem: 'not_allowed', reasons: [] },
    { title: '丙厂', problem: 'not_allowed', reasons: [] },
    { title: '', problem: 'gone', reasons: [] },
  ]);
  expect(refused).toBe(4);
  expect(refusals.map(({ why, count }) => [why.key, count])).toEqual([
    ['bulk.delete.why.not_allowed', 2],
    [open.key, 1],
    ['bulk.delete.why.gone', 1],
  ]);
});

test('of each reason three records are named and all are counted', () => {
  const many = ['甲', '乙', '丙', '丁'].map((title) => ({ title, problem: 'not_deletable', reasons: [open] }));
  const [first] = gatherRefused(many).refusals;
  expect([first?.count, first?.samples.map(({ title }) => title)]).toEqual([4, ['甲', '乙', '丙']]);
});
