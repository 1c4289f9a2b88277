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
export type MappedLead = Pick<LeadRow, 'id' | keyof LeadJudgement>;

/** Gives these leads their source in one statement; the event of each tells who did it. */
export async function saveMapped(tx: Tx, key: string, leads: readonly MappedLead[]): Promise<void> {
  await tx.run({
    name: 'leads_map_source',
    text: `update app.leads l set source = $3, source_listed = true, last_source = case when l.last_source is not distinct from l.source then $3 else l.last_source end,
        ${judged.map((column) => `${column} = v.${column}`).join(', ')}, updated_at = $4, version = l.version + 1
      from jsonb_populate_recordset(null::app.leads, $2::jsonb) v
      where l.org_id = $1 and l.id = v.id`,
    values: [tx.orgId, JSON.stringify(leads.map(columnsOf)), key, tx.time.now()],
  });
}

/** Columns of what the rules say. */
const intentColumns = [
  'intent',
  'intent_rank',
  'intent_label',
  'intent_why',
  'intent_rules',
  'intent_book',
  'intent_said',
];
const priorityColumns = [
  'priority',
  'priority_rank',
  'priority_why',
  'priority_rules',
  'priority_book',
  'priority_said',
];
const completenessColumns = ['complete', 'missing', 'completeness_rules', 'completeness_book'];
const judged = [...intentColumns, ...priorityColumns, ...completenessColumns];

const columnsOf = (lead: MappedLead): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(lead).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
