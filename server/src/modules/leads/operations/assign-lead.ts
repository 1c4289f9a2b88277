import * as protocol from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import { moveClocks, resumeClocks, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { cancelOpenTasks, handOverTasks } from '../../activities/index.ts';
import { LEAD_HANDED_ON, LEAD_TAKEN_AWAY } from '../clocks.ts';
import { tellAssigned } from '../events.ts';
import { endClocks } from '../intake/end-clocks.ts';
import { titleOf } from '../intake/normalise-lead.ts';
import { startLeads } from '../intake/start-lead.ts';
import { isWorkedOn, refuseClosedLead } from '../lead-states.ts';
import { type LeadRow, lockForChange, saveOwner } from '../store/lead-store.ts';
import { showLead } from '../store/lead-view.ts';

interface Taker {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
}

/** A member who may be given leads today: active, present, and allowed to follow up. */
async function findTaker(tx: Tx, memberId: string, today: string): Promise<Taker> {
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

/** Hands a lead to a member by hand; their first touch begins anew, open promises and clocks go along. */
export const assignLead = handle(protocol.assignLead, async ({ actor, tx, input, time }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.assign');
  if (input.version !== undefined && input.version !== lead.version) {
    throw problem('stale_version', { current: await showLead(tx, actor, lead.id) });
  }
  refuseClosedLead(lead);
  const taker = await findTaker(tx, input.ownerId, time.today(actor.organization.zone));
  await endFormerAssignment(tx, lead);
  const why = [{ key: 'leads.why.assign.by_hand', params: { by: actor.name, reason: input.reason } }];
  const owner = { ownerId: taker.id, departmentId: taker.departmentId };
  const saved = await saveOwner(tx, lead, owner, {
    ...(isWorkedOn(lead.state) ? {} : { state: 'assigned' as const }),
    assignedAt: time.now(),
    assignedWhy: why,
    firstTouchAt: null,
    pausedUntil: null,
    pauseReason: null,
  });
  await handOverTasks(tx, saved.id, taker.id);
  await moveClocks(tx, saved.id, taker.id);
  const { id, intent, priority } = saved;
  await startLeads(tx, [{ id, title: titleOf(saved) ?? '', ownerId: taker.id, intent, priority }]);
  tellAssigned(tx, saved.id, { ownerId: taker.id, ownerName: taker.name, why }, 'hand');
  return showLead(tx, actor, saved.id);
});
