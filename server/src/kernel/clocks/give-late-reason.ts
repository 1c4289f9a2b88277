import { giveLateReason as protocol } from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import { clocksTable } from '../db/kernel-tables.ts';
import type { RowOf } from '../db/index.ts';
import { handle } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { lockVisibleHead } from '../records/records.ts';
import { stateOf } from './rules/clock.ts';
import { clockOf } from './store/clock-row.ts';
import { clockById } from './store/clock-views.ts';

function wasMissed(row: RowOf<'clocks'>, now: Date): boolean {
  const state = stateOf(clockOf(row), now);
  return state === 'overdue' || state === 'breached' || row.missedDueAt !== null;
}

/** Records why a time limit was missed, by whoever may change the record; the breach stays. */
export const giveLateReason = handle(protocol, async ({ actor, tx, input, time, services }) => {
  const known = await tx.maybe(sql<{ recordId: string }>`
    select record_id from seen.clocks where org_id = ${tx.orgId}::uuid and id = ${input.id}::uuid`);
  if (!known) throw problem('not_found');
  await lockVisibleHead(tx, actor, known.recordId, services.registry, 'update');
  const row = await tx.lock(clocksTable, { id: input.id });
  if (!row) throw problem('not_found');
  if (!wasMissed(row, time.now())) throw problem('clock_not_late');
  const note = input.note ?? null;
  await tx.update(clocksTable, row, { lateReason: input.reason, lateNote: note });
  const title = tx.policies.get(row.policyKey)?.title;
  const word = `lateReason.${input.reason}`;
  const { zh, en } = services.registry.messages;
  tx.publish({
    type: 'clocks.late_reason_given',
    recordId: row.recordId,
    data: { clockId: row.id, policyKey: row.policyKey, reason: input.reason },
    text: {
      key: note === null ? 'clocks.event.late_reason_given' : 'clocks.event.late_reason_noted',
      params: {
        by: actor.name,
        clockZh: title?.zh ?? row.policyKey,
        clockEn: title?.en ?? row.policyKey,
        reasonZh: zh[word] ?? input.reason,
        reasonEn: en[word] ?? input.reason,
        note: note ?? '',
      },
    },
  });
  return tx.one(clockById(tx.orgId, row.id, time.now()));
});
