import * as protocol from '@dealtrail/protocol/leads';
import type { FollowUp } from '@dealtrail/protocol/activities';
import type { Input } from '@dealtrail/protocol/kernel';
import type { LeadState } from '@dealtrail/protocol/leads';
import { type Actor, actsFor } from '../../../kernel/access/index.ts';
import { startClockOn } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { dayIn } from '../../../kernel/time/time.ts';
import { createTasks, recordFollowUp as keepFollowUp } from '../../activities/index.ts';
import { FIRST_TOUCHED } from '../clocks.ts';
import { tellMoved } from '../events.ts';
import { titleOf } from '../intake/normalise-lead.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { attemptQuery } from '../store/attempt-query.ts';
import { type LeadPatch, type LeadRow, lockForChange, saveLead } from '../store/lead-store.ts';
import { showLead } from '../store/lead-view.ts';
import { endLeads, invalidReasonOf } from './end-lead.ts';
import { refuseMove } from './refuse-move.ts';

type Written = Input<typeof protocol.recordFollowUp>;

/** Attempts on the lead with this one, and the days they were made on. */
interface Attempts {
  readonly count: number;
  readonly days: readonly string[];
}

const isReached = (written: Written): boolean => written.outcome === 'reached';

async function attemptsWith(tx: Tx, actor: Actor, written: Written): Promise<Attempts> {
  const { zone } = actor.organization;
  const before = await tx.one(attemptQuery(tx.orgId, written.id, zone));
  if (isReached(written)) return before;
  const day = dayIn(zone, written.occurredAt === undefined ? tx.time.now() : new Date(written.occurredAt));
  return { count: before.count + 1, days: [...new Set([...before.days, day])] };
}

/** Where the follow-up takes the lead: as asked, and an assigned lead whose customer was reached is 已联系 by itself. */
function targetState(lead: LeadRow, written: Written): LeadState {
  if (written.toState !== undefined) return written.toState;
  return isReached(written) && lead.state === 'assigned' ? 'contacted' : lead.state;
}

function judgeState(lead: LeadRow, written: Written, to: LeadState, attempts: Attempts): void {
  refuseMove({
    from: lead.state,
    to,
    by: 'follow_up',
    reached: isReached(written),
    reason: written.stateReason ?? null,
    attempts: { count: attempts.count, days: attempts.days.length },
  });
}

/** One contact more, wherever in the row of contacts it lies. */
function contactOf({ contacts, firstContactAt, lastContactAt }: LeadRow, at: Date): LeadPatch {
  return {
    contacts: contacts + 1,
    firstContactAt: firstContactAt !== null && firstContactAt < at ? firstContactAt : at,
    lastContactAt: lastContactAt !== null && lastContactAt > at ? lastContactAt : at,
  };
}

/** What the lead learns from its follow-up, beside its state. */
function patchOf(lead: LeadRow, followUp: FollowUp, attempts: Attempts, firstTouch: boolean): LeadPatch {
  const at = new Date(followUp.occurredAt);
  const touchedAt = lead.assignedAt !== null && at < lead.assignedAt ? lead.assignedAt : at;
  return {
    lastFollowUpAt: lead.lastFollowUpAt !== null && lead.lastFollowUpAt > at ? lead.lastFollowUpAt : at,
    ...(firstTouch ? { firstTouchAt: touchedAt } : {}),
    // Whoever calls the customer has accepted the lead.
    ...(firstTouch && lead.screenerId !== null ? { acceptedAt: lead.acceptedAt ?? touchedAt } : {}),
    ...(followUp.outcome === 'reached'
      ? contactOf(lead, at)
      : {
          attempts: attempts.count,
          attemptDays: attempts.days.length,
          lastAttemptOn: attempts.days.toSorted().at(-1) ?? null,
        }),
  };
}

/** R27: a proposal is called back within three days, as a task and a clock. */
async function promiseCallBack(tx: Tx, lead: LeadRow, submittedAt: Date, memberId: string): Promise<void> {
  const ownerId = lead.ownerId ?? memberId;
  const clock = await startClockOn(tx, {
    policyKey: 'call_back',
    recordId: lead.id,
    ownerId,
    startedAt: submittedAt,
  });
  const title = { key: 'leads.task.call_back', params: { title: titleOf(lead) ?? '' } };
  await createTasks(tx, [{ recordId: lead.id, kind: 'call_back', title, ownerId, dueAt: clock?.dueAt ?? null }]);
}

/**
 * Records a follow-up. The owner's first effective contact is the first touch; an attempt is counted and stops nothing;
 * the state moves by the shipped table or the whole is refused.
 */
export const recordFollowUp = handle(protocol.recordFollowUp, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  refuseClosedLead(lead);
  const attempts = await attemptsWith(tx, actor, input);
  const to = targetState(lead, input);
  judgeState(lead, input, to, attempts);
  const firstTouch = isReached(input) && lead.firstTouchAt === null && actsFor(actor, lead.ownerId);
  const { id: recordId, toState: _toState, stateReason, ...written } = input;
  const followUp = await keepFollowUp(tx, {
    recordId,
    actor,
    input: written,
    ownerId: lead.ownerId,
    departmentId: lead.departmentId,
    stateAfter: to === lead.state ? null : to,
    ends: to === 'invalid',
    answers: firstTouch ? [FIRST_TOUCHED] : [],
    completes: [...(isReached(input) ? ['call_back' as const] : []), ...(firstTouch ? ['first_touch' as const] : [])],
  });
  const saved = await saveLead(tx, lead, {
    ...patchOf(lead, followUp, attempts, firstTouch),
    state: to,
    ...(to === 'invalid' ? invalidReasonOf(stateReason ?? '') : {}),
  });
  if (to === 'invalid') await endLeads(tx, [lead.id]);
  else if (to === 'proposal_submitted' && lead.state !== to)
    await promiseCallBack(tx, saved, new Date(followUp.occurredAt), actor.memberId);
  if (to !== lead.state) tellMoved(tx, saved, lead.state, { by: actor.name, reason: stateReason ?? '' });
  return { followUp, lead: await showLead(tx, actor, saved.id) };
});
