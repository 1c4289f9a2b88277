import { sql } from 'kysely';
import type { LeadRow } from './lead-store.ts';

/** What a message about an assignment says; contact data stays in the product. */
export type AssignmentFacts = Pick<
  LeadRow,
  'ownerId' | 'contactName' | 'source' | 'sourceListed' | 'need' | 'intentLabel' | 'priority' | 'assignedWhy'
> & {
  readonly title: string;
  readonly number: string;
  readonly zone: string;
  readonly dueAt: Date | null;
};

/** Query for a lead as its new owner is told of it, with the due moment of the first touch. */
export function assignmentQuery(orgId: string, leadId: string) {
  return sql<AssignmentFacts>`
    select l.owner_id, l.contact_name, l.source, l.source_listed, l.need, l.intent_label, l.priority, l.assigned_why, r.title, r.number, o.zone,
      (select k.due_at from seen.clocks k where k.org_id = l.org_id and k.record_id = l.id and k.policy_key = 'first_touch' and k.stopped_at is null) as due_at
    from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    join seen.organizations o on o.id = l.org_id
    where l.org_id = ${orgId}::uuid and l.id = ${leadId}::uuid`;
}
