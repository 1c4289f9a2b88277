import * as protocol from '@dealtrail/protocol/clocks';
import { clocksZh } from '@dealtrail/protocol/clocks/messages';
import { handle } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { type Asked, policyOf, shown } from '../asked-clock.ts';
import { EscalationTargets } from '../escalation-target.ts';
import { decidesOn, lockClock, type LockedClock } from '../lock-clock.ts';
import { calendarOf } from '../organization-rules.ts';
import { offeredReason } from '../reasons/find-reasons.ts';
import { judgePostponement, postpone, type PostponeRefusal } from '../rules/postpone.ts';
import { explanationOf } from '../rules/start.ts';
import { clockOf } from '../store/clock-row.ts';
import { saveClock } from '../store/clock-store.ts';
import { clockAsksTable } from '../tables.ts';
import { tellMove } from './tell-move.ts';
import { lockOpenAsk } from './open-ask.ts';

/** The refusal of a wish for more time, at the field of the new moment. */
function postponeRefused(refusal: PostponeRefusal) {
  return problem('clock_postpone_refused', {
    fields: [{ path: 'to', code: refusal, message: clocksZh[`clocks.postpone.${refusal}`] }],
  });
}

interface Wish {
  readonly to: Date;
  readonly reason: string;
  readonly note: string | null;
}

/** Moves the due moment now, and with it what the clock says of itself. */
async function move(asked: Asked, { row }: LockedClock, wish: Wish): Promise<void> {
  const { tx } = asked;
  const calendar = await calendarOf(tx);
  const clock = postpone(clockOf(row), tx.time.now(), wish.to, calendar);
  await saveClock(tx, row, clock, {
    moveReason: wish.reason,
    moveNote: wish.note,
    why: explanationOf(clock, calendar),
  });
}

async function keepAsk({ tx, actor }: Asked, { row }: LockedClock, { to, reason, note }: Wish): Promise<void> {
  await tx.insert(clockAsksTable, [
    {
      id: tx.time.newId(),
      clockId: row.id,
      askedBy: actor.memberId,
      askedAt: tx.time.now(),
      wantedAt: to,
      reason,
      note,
      state: 'open',
      decidedBy: null,
      decidedAt: null,
      decidedNote: null,
      version: 1,
    },
  ]);
}

/** More time for a clock, by whoever may change its record: at once as far as the policy goes, else asked of who is above. */
export const postponeOne = handle(protocol.postponeClock, async ({ actor, tx, input, services: { registry } }) => {
  const asked = { tx, actor, registry };
  const locked = await lockClock(tx, actor, input.id, registry);
  const { row } = locked;
  if (await lockOpenAsk(tx, row.id)) throw problem('clock_asked_already');
  const { zh: reasonZh, en: reasonEn } = await offeredReason(tx, 'pause', input.reason);
  const { policy, words } = await policyOf(asked, row);
  const wish = { to: new Date(input.to), reason: input.reason, note: input.note ?? null };
  const decides = await decidesOn(tx, actor, locked, registry);
  const seen = { now: tx.time.now(), to: wish.to, decides };
  const verdict = judgePostponement(clockOf(row), policy.postpone, seen, await calendarOf(tx));
  if (verdict.outcome === 'refused') throw postponeRefused(verdict.refusal);
  const told = { row, ...wish, params: { ...words, reasonZh, reasonEn } };
  if (verdict.outcome === 'moves') {
    await move(asked, locked, wish);
    tellMove(asked, { type: 'postponed', ...told, memberIds: [row.ownerId] });
    return { clock: await shown(asked, row.id), outcome: 'moved' as const };
  }
  await keepAsk(asked, locked, wish);
  const { people } = await new EscalationTargets(tx, registry.people).find('supervisor', row.ownerId);
  tellMove(asked, { type: 'postpone_asked', ...told, memberIds: people.map(({ id }) => id) });
  return { clock: await shown(asked, row.id), outcome: 'asked' as const };
});

/** Grants or refuses the time asked for, by whoever decides for others on the record. */
export const decideOne = handle(protocol.decidePostponement, async ({ actor, tx, input, services: { registry } }) => {
  const asked = { tx, actor, registry };
  const locked = await lockClock(tx, actor, input.id, registry);
  if (!(await decidesOn(tx, actor, locked, registry))) throw problem('not_allowed');
  const { row } = locked;
  const ask = await lockOpenAsk(tx, row.id);
  if (!ask) throw problem('clock_not_asked');
  const { policy, words } = await policyOf(asked, row);
  const note = input.note ?? null;
  if (input.grant) {
    const seen = { now: tx.time.now(), to: ask.wantedAt, decides: true };
    const verdict = judgePostponement(clockOf(row), policy.postpone, seen, await calendarOf(tx));
    if (verdict.outcome === 'refused') throw postponeRefused(verdict.refusal);
    await move(asked, locked, { to: ask.wantedAt, reason: ask.reason, note: ask.note });
  }
  const decided = { decidedBy: actor.memberId, decidedAt: tx.time.now(), decidedNote: note };
  await tx.update(clockAsksTable, ask, { state: input.grant ? 'granted' : 'refused', ...decided });
  const [asker] = await tx.many(registry.people.namesOf(tx.orgId, [ask.askedBy]));
  tellMove(asked, {
    type: input.grant ? 'postpone_granted' : 'postpone_refused',
    row,
    to: ask.wantedAt,
    note,
    memberIds: [ask.askedBy, row.ownerId],
    params: { ...words, asker: asker?.name ?? '' },
  });
  return shown(asked, row.id);
});
