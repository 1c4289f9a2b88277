import { sql } from 'kysely';
import { moveClocks, resumeClocks, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { cancelOpenTasks, handOverTasks } from '../../activities/index.ts';
import { LEAD_HANDED_ON, LEAD_TAKEN_AWAY } from '../clocks.ts';
import { tellAssigned, tellBatch } from '../events.ts';
import { isWorkedOn } from '../lead-states.ts';
import { type LeadRow, saveOwner } from '../store/lead-store.ts';
import { endClocks } from './end-clocks.ts';
import { titleOf } from './normalise-lead.ts';
import { startLeads } from './start-lead.ts';

/** Somebody who may be given leads. */
export interface Taker {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
}

/** A member who may be given leads today: active, present, and allowed to follow up. */
export async function findTaker(tx: Tx, memberId: string, today: string): Promise<Taker> {
  const taker = await tx.maybe(sql<Taker & { absent: boolean }>`
    select m.id, m.name, m.department_id,
      (m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from <= ${today}::date, true) and coalesce(m.absent_until >= ${today}::date, true) as absent
    from seen.members m where m.org_id = ${tx.orgId}::uuid and m.id = ${memberId}::uuid and m.active
      and exists(select 1 from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'leads.followUp')`);
  if (!taker || taker.absent) {
    throw problem('member_unavailable', {
      params: { name: taker?.name ?? '' },
      fields: [{ path: 'ownerId', code: 'member_unavailable', message: '这位同事现在不能接线索' }],
    });
  }
  return taker;
}

/** Ends what the assignment before set going: its first touch, and a pause that was somebody else's. */
async function endFormerAssignment(tx: Tx, lead: LeadRow): Promise<void> {
  await stopClocks(tx, { recordId: lead.id, event: LEAD_HANDED_ON, at: tx.time.now() });
  await endClocks(tx, lead.id, ['first_touch'], LEAD_TAKEN_AWAY);
  await cancelOpenTasks(tx, lead.id, ['first_touch']);
  if (lead.pausedUntil !== null) await resumeClocks(tx, lead.id);
}

/**
 * Hands locked open leads to one member, one or many; their first touch begins anew, open promises and clocks go along.
 * Many are told to the new owner in one message.
 */
export async function handOver(
  tx: Tx,
  leads: readonly LeadRow[],
  taker: Taker,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<LeadRow[]> {
  const why = [{ key: 'leads.why.assign.by_hand', params: { by, reason } }];
  const owner = { ownerId: taker.id, departmentId: taker.departmentId };
  const given: LeadRow[] = [];
  for (const lead of leads) {
    await endFormerAssignment(tx, lead);
    const saved = await saveOwner(tx, lead, owner, {
      ...(isWorkedOn(lead.state) ? {} : { state: 'assigned' as const }),
      assignedAt: tx.time.now(),
      assignedWhy: why,
      firstTouchAt: null,
      pausedUntil: null,
      pauseReason: null,
    });
    await handOverTasks(tx, saved.id, taker.id);
    given.push(saved);
  }
  const ids = given.map(({ id }) => id);
  await moveClocks(tx, ids, taker.id);
  const due = await startLeads(
    tx,
    given.map(({ id, intent, priority, ...lead }) => ({
      id,
      title: titleOf(lead) ?? '',
      ownerId: taker.id,
      intent,
      priority,
    })),
  );
  const batch = given.length > 1;
  for (const id of ids) tellAssigned(tx, id, { ownerId: taker.id, ownerName: taker.name, why }, 'hand', batch);
  if (batch) {
    tellBatch(
      tx,
      ids.flatMap((leadId) => {
        const dueAt = due.get(leadId);
        return dueAt ? [{ leadId, ownerId: taker.id, dueAt }] : [];
      }),
    );
  }
  return given;
}

/** What a lead had before it was handed over. */
export type HeldBefore = Pick<
  LeadRow,
  'ownerId' | 'departmentId' | 'state' | 'assignedAt' | 'assignedWhy' | 'firstTouchAt'
>;

/** Gives a lead back as it was held: promises and clocks too; a first touch that was made needs not be made again. */
export async function handBack(tx: Tx, lead: LeadRow, before: HeldBefore & { ownerId: string }): Promise<LeadRow> {
  if (before.firstTouchAt !== null) {
    await endClocks(tx, lead.id, ['first_touch'], LEAD_TAKEN_AWAY);
    await cancelOpenTasks(tx, lead.id, ['first_touch']);
  }
  const { ownerId, departmentId, ...held } = before;
  const saved = await saveOwner(tx, lead, { ownerId, departmentId }, held);
  await handOverTasks(tx, saved.id, ownerId);
  await moveClocks(tx, saved.id, ownerId);
  return saved;
}
