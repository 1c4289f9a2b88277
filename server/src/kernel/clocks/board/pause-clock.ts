import * as protocol from '@dealtrail/protocol/clocks';
import { clocksZh } from '@dealtrail/protocol/clocks/messages';
import { startOfLocalDay } from '../../calendar/index.ts';
import { handle } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { policyOf, shown } from '../asked-clock.ts';
import { decidesOn, lockClock } from '../lock-clock.ts';
import { calendarOf } from '../organization-rules.ts';
import { offeredReason } from '../reasons/find-reasons.ts';
import { momentIn } from '../rules/moment-in.ts';
import { longestPause, pause, pauseRefusal, resume } from '../rules/pause.ts';
import { explanationOf } from '../rules/start.ts';
import { clockOf } from '../store/clock-row.ts';
import { saveClock } from '../store/clock-store.ts';

/** Puts one clock off until the start of a day, with its reason, by whoever may change the record. */
export const pauseOne = handle(protocol.pauseClock, async ({ actor, tx, input, time, services: { registry } }) => {
  const asked = { tx, actor, registry };
  const locked = await lockClock(tx, actor, input.id, registry);
  const { row } = locked;
  const { zh: reasonZh, en: reasonEn } = await offeredReason(tx, 'pause', input.reason);
  const { policy, words } = await policyOf(asked, row);
  const until = startOfLocalDay(input.until, actor.organization.zone);
  const standing = { pauses: row.pauses, decides: row.pauses > 0 && (await decidesOn(tx, actor, locked, registry)) };
  const refusal = pauseRefusal(policy, clockOf(row), { at: time.now(), until }, standing);
  if (refusal) {
    const params = { days: longestPause(policy) };
    const message = clocksZh[`clocks.pause.${refusal}`].replace('{days}', String(params.days));
    throw problem('clock_pause_refused', { params, fields: [{ path: 'until', code: refusal, message, params }] });
  }
  const note = input.note ?? null;
  await saveClock(tx, row, pause(clockOf(row), time.now(), until), {
    pauses: row.pauses + 1,
    pauseReason: input.reason,
    pauseNote: note,
  });
  tx.publish({
    type: 'clocks.paused',
    recordId: row.recordId,
    data: { clockId: row.id, policyKey: row.policyKey, reason: input.reason, until: until.toISOString() },
    text: {
      key: note === null ? 'clocks.event.paused' : 'clocks.event.paused_noted',
      params: { ...words, reasonZh, reasonEn, note: note ?? '', until: input.until },
    },
  });
  return shown(asked, row.id);
});

/** Lets a paused clock run on now, by whoever may change the record. */
export const resumeOne = handle(protocol.resumeClock, async ({ actor, tx, input, time, services: { registry } }) => {
  const asked = { tx, actor, registry };
  const { row } = await lockClock(tx, actor, input.id, registry);
  const paused = clockOf(row);
  if (!paused.paused) throw problem('clock_not_paused');
  const { words } = await policyOf(asked, row);
  const calendar = await calendarOf(tx);
  const clock = resume(paused, time.now(), calendar);
  await saveClock(tx, row, clock, { why: explanationOf(clock, calendar) });
  tx.publish({
    type: 'clocks.resumed',
    recordId: row.recordId,
    data: { clockId: row.id, policyKey: row.policyKey },
    text: {
      key: 'clocks.event.resumed_by',
      params: { ...words, due: momentIn(actor.organization.zone, clock.dueAt) },
    },
  });
  return shown(asked, row.id);
});
