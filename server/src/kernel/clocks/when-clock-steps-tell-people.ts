import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { DeliveredEvent } from '../events/delivered-event.ts';
import type { Reaction } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { notify } from '../notifications/index.ts';
import { policyHere, timeRulesOf } from './organization-rules.ts';
import { momentIn } from './rules/moment-in.ts';
import { WARN_STEP } from './rules/policy.ts';
import { clockById } from './store/clock-views.ts';
import type { ClockEventData } from './tell-step.ts';

interface Subject {
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly ownerId: string | null;
  readonly zone: string;
}

async function subjectOf(tx: Tx, recordId: string, clockId: string): Promise<Subject | undefined> {
  return tx.maybe(sql<Subject>`
    select r.kind, r.title, r.number, c.owner_id, o.zone from seen.clocks c
    join seen.records r on r.org_id = c.org_id and r.id = c.record_id and r.deleted_at is null
    join seen.organizations o on o.id = c.org_id
    where c.org_id = ${tx.orgId}::uuid and c.id = ${clockId}::uuid and c.record_id = ${recordId}::uuid`);
}

/** Tells the owner of a clock that it is close to due or overdue, and whom an escalation goes to. */
async function tellPeople(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const data = event.data as unknown as ClockEventData;
  const [view, subject] = await Promise.all([
    tx.maybe(clockById(tx.orgId, data.clockId, tx.time.now())),
    subjectOf(tx, event.recordId, data.clockId),
  ]);
  // Done, paused or deleted while the message was on its way: nothing is left to hurry.
  if (!view || !subject || view.stoppedAt !== null || view.state === 'paused') return;
  const escalated = event.type === 'clocks.escalated';
  const word = event.type.slice('clocks.'.length);
  const [owner] = subject.ownerId ? await tx.many(services.registry.people.namesOf(tx.orgId, [subject.ownerId])) : [];
  const clockName = tx.policies.get(data.policyKey)?.name ?? { zh: data.policyKey, en: data.policyKey };
  await notify(tx, services, {
    eventId: event.id,
    // The clock may have a new owner by now; an escalation goes where the history says it went.
    memberIds: escalated ? data.memberIds : subject.ownerId ? [subject.ownerId] : [],
    kind: event.type,
    recordId: event.recordId,
    recordKind: subject.kind,
    text: {
      key: `clocks.notice.${escalated && !owner ? 'escalated_unowned' : word}`,
      params: {
        title: subject.title,
        number: subject.number,
        clockZh: clockName.zh,
        clockEn: clockName.en,
        due: momentIn(subject.zone, new Date(view.dueAt)),
        owner: owner?.name ?? '',
      },
    },
    ...((await byMail(tx, data))
      ? mailOf(word, { subject, clockName, dueAt: view.dueAt, ownerName: owner?.name ?? '' })
      : {}),
  });
}

/** Whether this step goes out by mail: an escalation as it was planned, a warning as the policy says now. */
async function byMail(tx: Tx, { policyKey, step, mail }: ClockEventData): Promise<boolean> {
  const policy = tx.policies.get(policyKey);
  if (step !== WARN_STEP || !policy) return mail;
  return (policyHere(policy, await timeRulesOf(tx)) ?? policy).warnByMail;
}

/** A warning and an escalation also go out by mail where the policy says so; at the due moment the owner was mailed already. */
function mailOf(
  word: string,
  facts: { subject: Subject; clockName: { zh: string; en: string }; dueAt: string; ownerName: string },
) {
  if (word === 'overdue') return {};
  const { subject, clockName, dueAt, ownerName } = facts;
  const params = {
    clockName: clockName.zh,
    clockNameEn: clockName.en,
    dueAt,
    recordTitle: subject.title,
    recordNumber: subject.number,
  };
  return word === 'warned'
    ? { mail: { kind: 'clock_warning' as const, params } }
    : { mail: { kind: 'escalation' as const, params: { ...params, ownerName } } };
}

/** Reaction: a step of a clock becomes a message to those it concerns. */
export const whenClockStepsTellPeople: Reaction = {
  name: 'clocks.tell_people',
  on: ['clocks.warned', 'clocks.overdue', 'clocks.escalated'],
  run: ({ tx, event, services }) => tellPeople(tx, event, services),
};
