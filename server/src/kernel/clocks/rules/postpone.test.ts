import fc from 'fast-check';
import { expect, test } from 'vitest';

import { standardCalendar } from '../../calendar/index.ts';
import { type Clock, stateOf } from './clock.ts';
import { pause } from './pause.ts';
import { judgePostponement, postpone } from './postpone.ts';
import { startClock } from './start.ts';
import { markDone } from './steps.ts';
import { stop } from './stop.ts';
import { firstTouch } from './testing/sample-policies.ts';

const cal = standardCalendar(new Map(), 'Asia/Shanghai');
const at = (local: string) => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const shown = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
const escalation = (clock: Clock, key: string) => shown(clock.escalations.find((one) => one.key === key)!.at);

/** Due on Wednesday the 11th at 10:00. */
const started = () => startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
const oneTime = { times: 1, unit: 'working_days', amount: 2 } as const;

test.each([
  ['within two working days, the first time', started(), oneTime, '2026-03-13 10:00', false, 'moves'],
  ['a minute further than two working days', started(), oneTime, '2026-03-13 10:01', false, 'asks far'],
  ['a second time', { ...started(), moves: 1 }, oneTime, '2026-03-12 10:00', false, 'asks often'],
  ['where nobody may alone', started(), { ...oneTime, times: 0 }, '2026-03-12 10:00', false, 'asks often'],
  [
    'a third time where three are allowed',
    { ...started(), moves: 2 },
    { ...oneTime, times: 3 },
    '2026-03-12 10:00',
    false,
    'moves',
  ],
  ['further and again, by who is above', { ...started(), moves: 4 }, oneTime, '2026-04-01 10:00', true, 'moves'],
  ['over 30 days, even by who is above', started(), oneTime, '2026-04-11 10:00', true, 'refused postpone_too_far'],
  ['to the same moment', started(), oneTime, '2026-03-11 10:00', true, 'refused postpone_not_later'],
  [
    'while it rests',
    pause(started(), at('2026-03-10 11:00'), at('2026-03-20 10:00')),
    oneTime,
    '2026-03-12 10:00',
    true,
    'refused clock_not_running',
  ],
  [
    'when it is done',
    stop(started(), at('2026-03-10 11:00')),
    oneTime,
    '2026-03-12 10:00',
    true,
    'refused clock_not_running',
  ],
] as const)('more time: %s', (_, clock, terms, to, decides, verdict) => {
  const judged = judgePostponement(clock, terms, { now: at('2026-03-10 12:00'), to: at(to), decides }, cal);
  const said = judged.outcome === 'asks' ? judged.because : judged.outcome === 'refused' ? judged.refusal : '';
  expect(`${judged.outcome} ${said}`.trim()).toBe(verdict);
});

test('what is overdue is explained, not moved, whoever wishes it', () => {
  const wish = { now: at('2026-03-11 10:01'), to: at('2026-03-12 10:00'), decides: true };
  expect(judgePostponement(started(), oneTime, wish, cal)).toEqual({
    outcome: 'refused',
    refusal: 'clock_overdue_already',
  });
  expect(judgePostponement(started(), oneTime, { ...wish, now: at('2026-03-11 10:00') }, cal).outcome).toBe('moves');
});

test('nobody gets further alone than the policy says, nor more often', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 1, max: 240 }), { maxLength: 6 }),
      (times, amount, hours) => {
        const terms = { times, unit: 'working_days', amount } as const;
        let clock: Clock = started();
        let alone = 0;
        for (const later of hours) {
          const to = new Date(clock.dueAt.getTime() + later * 3_600_000);
          const now = clock.startedAt;
          if (judgePostponement(clock, terms, { now, to, decides: false }, cal).outcome !== 'moves') continue;
          clock = postpone(clock, now, to, cal);
          alone += 1;
        }
        expect(alone).toBeLessThanOrEqual(times);
        expect(clock.moves).toBe(alone);
        expect(clock.firstDueAt).toEqual(alone > 0 ? started().dueAt : null);
      },
    ),
  );
});

test('a postponed clock is due anew, warns anew and escalates from the new moment', () => {
  const clock = markDone(startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal), ['warn']);
  const postponed = postpone(clock, at('2026-03-11 09:00'), at('2026-03-18 09:00'), cal);
  expect(shown(postponed.dueAt)).toBe('2026-03-18 09:00');
  // 80 % of the five workdays from the postponement on.
  expect(shown(postponed.warnAt)).toBe('2026-03-17 09:00');
  expect(escalation(postponed, 'supervisor')).toBe('2026-03-19 09:00');
  expect(postponed.doneSteps).toEqual([]);
  expect([shown(postponed.firstDueAt!), postponed.moves]).toEqual(['2026-03-11 10:00', 1]);
  expect(stop(postponed, at('2026-03-17 09:00')).stopped.outcome).toBe('met');
  expect(() => postpone(clock, at('2026-03-11 09:00'), at('2026-03-11 10:00'), cal)).toThrow(RangeError);
});

test('a postponement does not undo a breach', () => {
  const clock = startClock(firstTouch, 'high', at('2026-03-10 10:00'), cal);
  const once = postpone(clock, at('2026-03-12 10:00'), at('2026-03-18 10:00'), cal);
  const twice = postpone(once, at('2026-03-19 10:00'), at('2026-03-25 10:00'), cal);
  expect(stateOf(twice, at('2026-03-19 11:00'))).toBe('running');
  expect([twice.firstDueAt, twice.moves]).toEqual([clock.dueAt, 2]);
  expect(stop(twice, at('2026-03-20 10:00')).stopped).toMatchObject({ outcome: 'breached', lateMs: 9 * 86_400_000 });
});
