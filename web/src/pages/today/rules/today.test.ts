import type { ClockView } from '@dealtrail/protocol/clocks';
import type { WorkItem } from '@dealtrail/protocol/insights';
import { expect, test } from 'vitest';
import { firstWithWork, inOrder } from './day-order.ts';
import { followUpTargets } from './follow-up-targets.ts';
import { chipClock, owesReason } from './line-clock.ts';

const line = (facts: Partial<WorkItem>) =>
  ({ customerName: null, contactName: null, recordTitle: null, amountMinor: null, ...facts }) as WorkItem;
const lines = [
  line({ id: 'a', recordTitle: '无锡澄禾新材', amountMinor: 100 }),
  line({ id: 'b' }),
  line({ id: 'c', recordTitle: '薄膜检测', customerName: '安徽启岭', amountMinor: 900 }),
];

test.each([
  ['due', ['a', 'b', 'c']],
  ['worth', ['c', 'a', 'b']],
  ['customer', ['c', 'a', 'b']],
] as const)('ordered by %s the lines stand as %j', (order, ids) => {
  expect(inOrder(lines, order, 'zh-CN').map(({ id }) => id)).toEqual(ids);
});

test('the phone opens where work waits first', () => {
  expect(firstWithWork({ overdue: 0, today: 0, next: 3, paused: 1 })).toBe('next');
  expect(firstWithWork({ overdue: 0, today: 0, next: 0, paused: 0 })).toBe('today');
});

const clock = {
  state: 'running',
  dueAt: '2026-04-17T02:00:00Z',
  warnAt: null,
  pausedUntil: null,
  lateReason: null,
} as ClockView;

test('a task due before its stage shows its own moment', () => {
  const chip = chipClock({ clock, dueAt: '2026-03-20T02:00:00Z', section: 'next' });
  expect(chip).toMatchObject({ state: 'running', dueAt: '2026-03-20T02:00:00Z' });
  expect(chipClock({ clock, dueAt: clock.dueAt, section: 'next' })).toBe(clock);
  expect(chipClock({ clock: null, dueAt: null, section: 'next' })).toBeUndefined();
});

test('a reason is owed from the moment a clock runs out until somebody gives one', () => {
  const due = Date.parse(clock.dueAt);
  expect(owesReason({ clock }, due)).toBe(false);
  expect(owesReason({ clock }, due + 1)).toBe(true);
  expect(owesReason({ clock: { ...clock, lateReason: 'travelling' } }, due + 1)).toBe(false);
  expect(owesReason({ clock: { ...clock, state: 'paused' } }, due + 1)).toBe(false);
  expect(owesReason({ clock: null }, due + 1)).toBe(false);
});

test('whom to contact is listed once, where their most urgent line stands', () => {
  const day = [
    line({ recordId: 'b', recordKind: 'lead', recordTitle: '乙', contactName: '郑总' }),
    line({ recordId: 'a', recordKind: 'opportunity', recordTitle: '甲线', customerName: '甲厂' }),
    line({ recordId: 'b', recordKind: 'lead', recordTitle: '乙' }),
    line({ recordId: null, recordKind: null }),
  ];
  expect(followUpTargets(day).map(({ id, notes }) => [id, ...notes])).toEqual([
    ['b', '郑总'],
    ['a', '甲厂'],
  ]);
});
