import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { LeadJudgement } from '../intake/judge-lead.ts';
import type { LeadRow } from './lead-store.ts';

/** Query for the source texts on no list, of leads and their later touches, and leads without a source (text null). */
export function trayQuery(orgId: string) {
  return sql<{ text: string | null; count: number }>`
    select w.text, count(*)::int as count from (
      select l.source as text, l.id from seen.leads l where l.org_id = ${orgId}::uuid and not l.source_listed
      union all
      select t.source, t.lead_id from seen.lead_touches t
      where t.org_id = ${orgId}::uuid and not t.source_listed and t.source is not null
    ) w
    where not exists (select 1 from seen.records r where r.org_id = ${orgId}::uuid and r.id = w.id and r.deleted_at is not null)
    group by w.text order by count(*) desc, w.text nulls first limit 500`;
}

/** Leads of the tray one statement takes on. */
const BATCH = 1_000;

/** Locks leads of one tray entry, at most 1 000; more are found by asking again. */
export async function lockTray(tx: Tx, text: string | null): Promise<LeadRow[]> {
  return tx.many(sql<LeadRow>`
    select * from app.leads where org_id = ${tx.orgId}::uuid and not source_listed and source is not distinct from ${text}::text
    order by id limit ${BATCH} for update`);
}

/** A lead of the tray with what the rules say of it now that its source is known. */
export type MappedLead = Pick<
  LeadJudgement,
  'intent' | 'intentRank' | 'intentLabel' | 'intentWhy' | 'complete' | 'missing'
> & { readonly id: string };

/** Gives these leads their source in one statement; the event of each tells who did it. */
export async function saveMapped(tx: Tx, key: string, leads: readonly MappedLead[]): Promise<void> {
  const rows = leads.map((lead) => ({
    id: lead.id,
    intent: lead.intent,
    intent_rank: lead.intentRank,
    intent_label: lead.intentLabel,
    intent_why: lead.intentWhy,
    complete: lead.complete,
    missing: lead.missing,
  }));
  await tx.run({
    name: 'leads_map_source',
    text: `update app.leads l set source = $3, source_listed = true, last_source = case when l.last_source is not distinct from l.source then $3 else l.last_source end, intent = v.intent, intent_rank = v.intent_rank,
        intent_label = v.intent_label, intent_why = v.intent_why, complete = v.complete, missing = v.missing,
        updated_at = $4, version = l.version + 1
      from jsonb_to_recordset($2::jsonb) as v(id uuid, intent text, intent_rank smallint, intent_label text, intent_why jsonb,
        complete boolean, missing text[])
      where l.org_id = $1 and l.id = v.id`,
    values: [tx.orgId, JSON.stringify(rows), key, tx.time.now()],
  });
}
