import type { FormSubmission, HeldReason, SubmissionOutcome } from '@dealtrail/protocol/forms';
import type { LeadState } from '@dealtrail/protocol/leads';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { formSubmissionsTable } from '../tables.ts';

type Submission = RowOf<'form_submissions'>;

/** A submission that waits for a person. */
export interface Held {
  readonly id: string;
  readonly at: Date;
  readonly reason: HeldReason;
  readonly content: Record<string, string>;
}

/** Keeps a submission; false when the same was kept before. */
export async function keepSubmission(tx: Tx, row: NewRow<'form_submissions'>): Promise<boolean> {
  // Two at the same moment: the second waits on the key of the first and finds it there.
  const kept = await tx.many(sql<{ id: string }>`
    insert into app.form_submissions (org_id, id, form_id, at, state, reason, fingerprint, content, consent_text)
    values (${tx.orgId}::uuid, ${row.id}::uuid, ${row.formId}::uuid, ${row.at}, ${row.state}, ${row.reason}, ${row.fingerprint},
      ${row.content === null ? null : JSON.stringify(row.content)}::jsonb, ${row.consentText})
    on conflict (org_id, form_id, fingerprint) do nothing returning id`);
  return kept.length > 0;
}

/** Locks a submission. */
export function lockSubmission(tx: Tx, id: string): Promise<Submission | undefined> {
  return tx.lock(formSubmissionsTable, { id });
}

/** Saves what became of a submission. */
export async function saveSubmission(
  tx: Tx,
  row: Submission,
  patch: Partial<NewRow<'form_submissions'>>,
): Promise<void> {
  await tx.update(formSubmissionsTable, row, patch);
}

/** Query for the submissions of a form that wait, the newest 200. */
export function heldQuery(orgId: string, formId: string) {
  return sql<Held>`
    select s.id, s.at, s.reason, s.content from seen.form_submissions s
    where s.org_id = ${orgId}::uuid and s.form_id = ${formId}::uuid and s.state = 'held' order by s.at desc, s.id limit 200`;
}

const outcomes: Readonly<Record<SubmissionOutcome, RawBuilder<boolean>>> = {
  created: sql`b.state = 'created'`,
  qualified: sql`b.state = 'created' and l.state = 'qualified'`,
  converted: sql`b.state = 'created' and l.converted_on is not null`,
  joined: sql`b.state = 'joined'`,
  held: sql`b.state = 'held'`,
  discarded: sql`b.state = 'discarded'`,
};

/** Condition on a submission `b` and its lead `l`: this became of it. Counts and the lists behind them share it. */
export function came(outcome: SubmissionOutcome): RawBuilder<boolean> {
  return outcomes[outcome];
}

/** A submission and what became of it; the lead only where the reader sees it. */
export interface SubmissionLine extends Pick<FormSubmission, 'id' | 'state'> {
  readonly at: Date;
  readonly leadId: string | null;
  readonly number: string | null;
  readonly title: string | null;
  readonly leadState: LeadState | null;
}

/** Query for the submissions of a form before `cursor`, the newest first. */
export function submissionsQuery(
  actor: Actor,
  asked: {
    readonly formId: string;
    readonly outcome?: SubmissionOutcome | undefined;
    readonly cursor?: string | undefined;
  },
  limit: number,
) {
  const { formId, outcome, cursor } = asked;
  return sql<SubmissionLine>`
    select b.id, b.at, b.state, r.id as lead_id, r.number, r.title, l.state as lead_state
    from seen.form_submissions b
    left join seen.leads l on l.org_id = b.org_id and l.id = b.lead_id and l.org_id = ${actor.orgId}::uuid
    left join seen.records r on r.org_id = l.org_id and r.id = l.id and r.org_id = ${actor.orgId}::uuid
      and ${visible(actor, 'leads.read', 'r')}
    where b.org_id = ${actor.orgId}::uuid and b.form_id = ${formId}::uuid and ${outcome ? came(outcome) : sql`true`}
      and ${cursor === undefined ? sql`true` : sql`b.id < ${cursor}::uuid`}
    order by b.id desc limit ${limit}`;
}
