import type { FollowUpOutcome } from '@dealtrail/protocol/activities';
import { offeredReason, overdueClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { explainClocks } from '../store/late-reason-store.ts';

/** What an attempt explains by itself (R21): nobody answered, or the number is wrong. */
const explainedBy: Partial<Record<FollowUpOutcome, string>> = {
  busy: 'no_answer',
  no_answer: 'no_answer',
  wrong_number: 'wrong_number',
};

/** A follow-up as the late clocks of its record see it. */
export interface LateAnswer {
  readonly recordId: string;
  readonly outcome: FollowUpOutcome;
  readonly occurredAt: Date;
  readonly enteredLate: boolean;
  readonly lateReason: string | undefined;
  /** Events it fires: the clocks they stop must be explained. */
  readonly events: readonly string[];
}

/**
 * Sees to it that no late clock ends without a cause: a reason somebody gives explains every late clock of the record,
 * an attempt by its outcome those whose policy says so; a contact that ends a late clock asks for one
 * (`late_reason_needed`); one that is not offered is refused. What happened in time is not late.
 */
export async function explainLateClocks(tx: Tx, answer: LateAnswer): Promise<void> {
  if (answer.lateReason !== undefined) await offeredReason(tx, 'late', answer.lateReason, 'lateReason');
  const overdue = await tx.many(overdueClocks(tx.orgId, answer.recordId, tx.time.now()));
  const late = overdue.filter(
    (clock) => clock.lateReason === null && (answer.enteredLate || answer.occurredAt > new Date(clock.dueAt)),
  );
  const byOutcome = explainedBy[answer.outcome];
  const told = answer.lateReason ?? byOutcome;
  const asked = late.filter(({ policyKey }) => {
    const policy = tx.policies.get(policyKey);
    return (
      answer.lateReason !== undefined ||
      policy?.stops.some((event) => answer.events.includes(event)) ||
      (byOutcome !== undefined && policy?.explainedBy.includes(byOutcome))
    );
  });
  const [first] = asked;
  if (!first) return;
  if (told === undefined) {
    const { zh = first.policyKey, en = first.policyKey } = tx.policies.get(first.policyKey)?.name ?? {};
    throw problem('late_reason_needed', {
      params: { clockZh: zh, clockEn: en, policyKey: first.policyKey, dueAt: first.dueAt },
      fields: [{ path: 'lateReason', code: 'late_reason_needed', message: `“${zh}”已超期，请选择原因` }],
    });
  }
  await explainClocks(
    tx,
    asked.map(({ id }) => id),
    told,
  );
}
