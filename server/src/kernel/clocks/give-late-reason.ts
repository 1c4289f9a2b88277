import { giveLateReason as protocol } from '@dealtrail/protocol/clocks';
import type { Actor } from '../access/index.ts';
import { clocksTable } from '../db/kernel-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { handle } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { lockClock } from './lock-clock.ts';
import { offeredReason } from './reasons/find-reasons.ts';
import { stateOf } from './rules/clock.ts';
import { clockOf } from './store/clock-row.ts';
import { clockById } from './store/clock-views.ts';

function wasMissed(row: RowOf<'clocks'>, now: Date): boolean {
  const state = stateOf(clockOf(row), now);
  return state === 'overdue' || state === 'breached' || row.missedDueAt !== null;
}

/** A reason for lateness as somebody gives it. */
export interface GivenReason {
  readonly reason: string;
  readonly note: string | null;
}

/**
 * Keeps why a missed limit was missed, on a clock that was locked, and tells the record's history who named it.
 * @throws 422 for a clock that was not missed, or a reason that is not offered.
 */
export async function nameLateReason(
  tx: Tx,
  actor: Pick<Actor, 'name'>,
  row: RowOf<'clocks'>,
  { reason, note }: GivenReason,
): Promise<void> {
  if (!wasMissed(row, tx.time.now())) throw problem('clock_not_late');
  const { zh, en } = await offeredReason(tx, 'late', reason);
  await tx.update(clocksTable, row, { lateReason: reason, lateNote: note });
  const name = tx.policies.get(row.policyKey)?.name;
  tx.publish({
    type: 'clocks.late_reason_given',
    recordId: row.recordId,
    data: { clockId: row.id, policyKey: row.policyKey, reason },
    text: {
      key: note === null ? 'clocks.event.late_reason_given' : 'clocks.event.late_reason_noted',
      params: {
        by: actor.name,
        clockZh: name?.zh ?? row.policyKey,
        clockEn: name?.en ?? row.policyKey,
        reasonZh: zh,
        reasonEn: en,
        note: note ?? '',
      },
    },
  });
}

/** Records why a time limit was missed, by whoever may change the record; the breach stays. */
export const giveLateReason = handle(protocol, async ({ actor, tx, input, time, services }) => {
  const { row } = await lockClock(tx, actor, input.id, services.registry);
  await nameLateReason(tx, actor, row, { reason: input.reason, note: input.note ?? null });
  return tx.one(clockById(tx.orgId, row.id, time.now()));
});
