import type { FollowUp, newFollowUpShape, Task } from '@dealtrail/protocol/activities';
import { activitiesZh } from '@dealtrail/protocol/activities/messages';
import type { z } from 'zod';
import type { Actor } from '../../../kernel/access/index.ts';
import { startOfLocalDay } from '../../../kernel/calendar/index.ts';
import { startClocksOn, turnClocks } from '../../../kernel/clocks/index.ts';
import type { NewRow, Tx } from '../../../kernel/db/index.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { dayIn } from '../../../kernel/time/time.ts';
import { CUSTOMER_REACHED, FOLLOW_UP_RECORDED } from '../clocks.ts';
import { QUALITY_VERSION, scoreFollowUp } from '../rules/quality.ts';
import { type FollowUpGap, judgeFollowUp } from '../rules/vague-record.ts';
import { presentFollowUp } from '../present.ts';
import { attachFiles, insertFollowUp } from '../store/follow-up-store.ts';
import { completeTasksOf, createTasks } from '../store/task-store.ts';
import { explainLateClocks } from './late-clocks.ts';
import { tellMentioned } from './mention.ts';

/** REQUIREMENTS R25: an entry over 24 h after the fact is marked 补录. */
const LATE_ENTRY_MS = 24 * 3_600_000;
/** A telephone's clock may run ahead of ours by so much without its owner being told off. */
const CLOCK_SKEW_MS = 60_000;
/** A promised day without an hour ends at 18:00, the end of the shipped working hours. */
const END_OF_DAY = '18:00';

/** A follow-up to be written on a record that the caller found and locked. */
export interface FollowUpToRecord {
  readonly recordId: string;
  readonly actor: Actor;
  readonly input: z.output<z.ZodObject<typeof newFollowUpShape>>;
  /** Who answers for the record now; the next step is theirs. */
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  /** State of the record after it, where it changes. */
  readonly stateAfter: string | null;
  /** True when the record ends with it, so that no next step is asked for. */
  readonly ends?: boolean;
  /** Further facts that clocks wait for, such as leads.first_touched. */
  readonly answers?: readonly string[];
  /** Clocks that begin anew with it. */
  readonly restarts?: readonly string[];
  /** Kinds of tasks it does beside the promised next step. */
  readonly completes?: readonly Task['kind'][];
}

const pathOf: Record<FollowUpGap, string> = {
  content: 'content',
  feedback: 'feedback',
  next_step: 'nextStep',
  next_step_date: 'nextStepOn',
};

function refuseVague({ input, ends }: FollowUpToRecord): void {
  const { outcome, content, feedback, nextStep, nextStepOn } = input;
  const verdict = judgeFollowUp({
    outcome,
    content: content ?? null,
    feedback: feedback ?? null,
    nextStep: nextStep ?? null,
    nextStepOn: nextStepOn ?? null,
    ends: ends ?? false,
  });
  if (verdict.ok) return;
  const fields = verdict.missing.map((gap, i) => {
    const { key = '', params = {} } = verdict.why[i] ?? {};
    const sentence = (activitiesZh as Record<string, string>)[key] ?? key;
    return { path: pathOf[gap], code: key, message: sentence.replace('{said}', String(params.said ?? '')), params };
  });
  throw problem('follow_up_vague', { fields, detail: fields.map(({ message }) => message).join('；') });
}

/** When it happened: never later than now, and never so that its next step lies before it. */
function momentOf(tx: Tx, { input, actor }: FollowUpToRecord): Date {
  const now = tx.time.now();
  const told = input.occurredAt === undefined ? now : new Date(input.occurredAt);
  if (told.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    throw problem('follow_up_in_future', {
      fields: [{ path: 'occurredAt', code: 'follow_up_in_future', message: '不能晚于现在' }],
    });
  }
  const occurredAt = told > now ? now : told;
  if (input.nextStepOn && input.nextStepOn < dayIn(actor.organization.zone, occurredAt)) {
    throw fieldProblem('nextStepOn', 'next_step_before_follow_up', '下一步的日期不能早于这次跟进');
  }
  return occurredAt;
}

/** The moment the wall of the organisation shows this day and hour. */
function promisedMoment(day: string, time: string, zone: string): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return new Date(startOfLocalDay(day, zone).getTime() + (60 * hours + minutes) * 60_000);
}

/** The promise of the next step: a task and its clock, for whoever answers for the record. */
async function promiseNextStep(tx: Tx, { recordId, actor, input, ownerId, ends }: FollowUpToRecord): Promise<void> {
  if (!input.nextStepOn || ends) return;
  const owner = ownerId ?? actor.memberId;
  const dueAt = promisedMoment(input.nextStepOn, input.nextStepTime ?? END_OF_DAY, actor.organization.zone);
  const title = input.nextStep ?? { key: 'activities.task.next_try', params: {} };
  await createTasks(tx, [{ recordId, kind: 'next_step', title, ownerId: owner, dueAt }]);
  // The follow-up itself has just ended the promise before.
  await startClocksOn(tx, [{ policyKey: 'next_step', recordId, ownerId: owner, moment: dueAt }], { noneOpen: true });
}

/**
 * Writes a follow-up (R25, R29): vague ones are refused with what to add (`follow_up_vague`), future ones too
 * (`follow_up_in_future`). It keeps the promise of the one before, stops the clocks it satisfies, asks why a late one
 * is late (`late_reason_needed`) and makes the next promise. The caller found, allowed and locked the record.
 */
export async function recordFollowUp(tx: Tx, followUp: FollowUpToRecord): Promise<FollowUp> {
  const { recordId, actor, input } = followUp;
  const occurredAt = momentOf(tx, followUp);
  refuseVague(followUp);
  const now = tx.time.now();
  const enteredLate = now.getTime() - occurredAt.getTime() > LATE_ENTRY_MS;
  const reached = input.outcome === 'reached';
  const events = [FOLLOW_UP_RECORDED, ...(reached ? [CUSTOMER_REACHED] : []), ...(followUp.answers ?? [])];
  await explainLateClocks(tx, {
    recordId,
    outcome: input.outcome,
    occurredAt,
    enteredLate,
    lateReason: input.lateReason,
    events,
  });
  // Both look before either writes, so that what they write leaves together.
  await Promise.all([
    completeTasksOf(tx, recordId, ['next_step', ...(followUp.completes ?? [])]),
    turnClocks(
      tx,
      { recordId, event: events, at: occurredAt },
      (followUp.restarts ?? []).map((policyKey) => ({ policyKey, ownerId: followUp.ownerId, startedAt: occurredAt })),
    ),
  ]);
  const row = await keep(tx, followUp, occurredAt, enteredLate);
  const on = dayIn(actor.organization.zone, occurredAt);
  await attachFiles(tx, { recordId, followUpId: row.id, on }, input.attachmentIds ?? []);
  await promiseNextStep(tx, followUp);
  tellMentioned(tx, recordId, input.mentionIds ?? []);
  tx.publish({
    type: FOLLOW_UP_RECORDED,
    recordId,
    data: {
      followUpId: row.id,
      method: row.method,
      outcome: row.outcome,
      stateAfter: row.stateAfter,
      enteredLate,
      mentionIds: input.mentionIds ?? [],
    },
  });
  return presentFollowUp({ ...row, authorName: actor.name, behalfName: tx.behalf.of(row.recordId)?.name ?? null });
}

function qualityOf({ input, ends }: FollowUpToRecord, enteredLate: boolean) {
  const { score, reasons } = scoreFollowUp({
    outcome: input.outcome,
    content: input.content ?? null,
    feedback: input.feedback ?? null,
    nextStep: input.nextStep ?? null,
    nextStepOn: input.nextStepOn ?? null,
    enteredLate,
    ends: ends ?? false,
  });
  return { qualityScore: score, qualityReasons: [...reasons], qualityVersion: QUALITY_VERSION };
}

async function keep(
  tx: Tx,
  followUp: FollowUpToRecord,
  occurredAt: Date,
  enteredLate: boolean,
): Promise<NewRow<'follow_ups'>> {
  const { recordId, actor, input } = followUp;
  const [number = ''] = await takeNumbers(tx, 'follow_up', tx.time.today(actor.organization.zone), 1);
  const row: NewRow<'follow_ups'> = {
    id: input.followUpId ?? tx.time.newId(),
    recordId,
    number,
    method: input.method,
    outcome: input.outcome,
    content: input.content ?? null,
    feedback: input.feedback ?? null,
    nextStep: input.nextStep ?? null,
    nextStepOn: input.nextStepOn ?? null,
    nextStepTime: input.nextStepOn ? (input.nextStepTime ?? null) : null,
    occurredAt,
    enteredAt: tx.time.now(),
    enteredLate,
    authorId: actor.memberId,
    behalfOf: tx.behalf.of(recordId)?.memberId ?? null,
    ownerId: followUp.ownerId,
    departmentId: followUp.departmentId,
    stateAfter: followUp.stateAfter,
    lateReason: input.lateReason ?? null,
    ...qualityOf(followUp, enteredLate),
  };
  await insertFollowUp(tx, row);
  return row;
}
