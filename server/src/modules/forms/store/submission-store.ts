import type { HeldReason } from '@dealtrail/protocol/forms';
import { sql } from 'kysely';
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
