import type { Level } from '@dealtrail/protocol/leads';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';

/** A lead in one line, without contact data. */
export interface LeadBrief {
  readonly id: string;
  readonly title: string;
  readonly contactName: string | null;
  readonly budgetMinor: number | null;
  readonly currency: string;
  readonly state: string;
  readonly priority: Level;
}

/** Query for those of the records that are leads the actor may see. */
export function leadBriefsQuery(actor: Actor, ids: readonly string[]) {
  return sql<LeadBrief>`
    select l.id, r.title, l.contact_name, l.budget_minor, l.currency, l.state, l.priority from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${actor.orgId}::uuid and l.id = any(${[...ids]}::uuid[]) and ${visible(actor, 'leads.read', 'l')}`;
}

/** SQL of how early a lead deserves a look, priority before intent (R17); null for other records. */
export function leadWorth(orgId: string, recordId: string): RawBuilder<number | null> {
  return sql<number | null>`(select l.priority_rank * 4 + l.intent_rank from seen.leads l
    where l.org_id = ${orgId}::uuid and l.id = ${sql.raw(recordId)})`;
}
