import fc from 'fast-check';
import { expect, test } from 'vitest';
import { judgeStagnation, type Movement } from './stagnation.ts';

const day = (number: number, hour = 9): Date => new Date(Date.UTC(2026, 2, number, hour));
const judge = (movements: readonly Movement[], now: Date, more = {}) =>
  judgeStagnation({ openedAt: day(1), movements, ...more }, now);

test.each([
  [[], day(15), 14, false, 'opened'],
  [[], day(15, 10), 14, true, 'opened'],
  [[{ kind: 'effective_contact', at: day(5) }], day(19), 14, false, 'effective_contact'],
  [[{ kind: 'effective_contact', at: day(5) }], day(20), 15, true, 'effective_contact'],
  [
    [
      { kind: 'stage_forward', at: day(9) },
      { kind: 'effective_contact', at: day(5) },
    ],
    day(20),
    11,
    false,
    'stage_forward',
  ],
  [
    [
      { kind: 'internal_task', at: day(19) },
      { kind: 'attempt', at: day(19) },
    ],
    day(20),
    19,
    true,
    'opened',
  ],
  [
    [
      { kind: 'stage_backward', at: day(19) },
      { kind: 'edit', at: day(19) },
    ],
    day(20),
    19,
    true,
    'opened',
  ],
  [[{ kind: 'effective_contact', at: day(25) }], day(20), 19, true, 'opened'],
] as const)('after %o, on %s it stands still for %i days: stalled %s', (movements, now, days, stalled, kind) => {
  const verdict = judge(movements, now);
  expect(verdict).toMatchObject({ days, stalled });
  expect(verdict.why[0]?.key).toBe(`opportunities.why.still.${kind}`);
});

test('waiting for the customer is not counted, before and after it is', () => {
  const waits = [{ from: day(6), until: day(16) }];
  expect(judge([], day(20), { waits })).toMatchObject({ days: 9, stalled: false });
  expect(judge([], day(10), { waits }).why.map(({ key }) => key)).toContain('opportunities.why.still.waiting');
  expect(judge([{ kind: 'effective_contact', at: day(12) }], day(20), { waits })).toMatchObject({ days: 4 });
});

test('a stage may have a limit of its own', () => {
  expect(judge([], day(9), { limitDays: 7 })).toMatchObject({ stalled: true });
});

test('a later real movement never makes it more still', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (one, other) => {
      const now = day(25);
      const early = judge([{ kind: 'effective_contact', at: day(1 + Math.min(one, other)) }], now);
      const late = judge([{ kind: 'effective_contact', at: day(1 + Math.max(one, other)) }], now);
      expect(late.days).toBeLessThanOrEqual(early.days);
    }),
  );
});
