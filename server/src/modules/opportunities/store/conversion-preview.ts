import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { RowOf } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { nameOfLead, refuseClosedLead } from '../../leads/index.ts';
import { normalizeCompanyName } from '../../customers/index.ts';
import type { ManyReads } from './opportunity-view.ts';

interface Carried {
  followUps: number;
  files: number;
  openTasks: number;
  clocks: number;
}

/** What a conversion of this lead would make and carry over. */
export async function conversionPreview(reads: ManyReads, actor: Actor, leadId: string) {
  const { orgId } = actor;
  const [[lead], [carried]] = await reads.all([
    sql<
      RowOf<'leads'>
    >`select l.* from seen.leads l join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      where l.org_id = ${orgId}::uuid and l.id = ${leadId}::uuid and ${visible(actor, 'leads.read', 'l')}`,
    sql<Carried>`select
      (select count(*)::int from seen.follow_ups f where f.org_id = ${orgId}::uuid and f.record_id = ${leadId}::uuid) as follow_ups,
      (select count(*)::int from seen.attachments a where a.org_id = ${orgId}::uuid and a.record_id = ${leadId}::uuid) as files,
      (select count(*)::int from seen.tasks t where t.org_id = ${orgId}::uuid and t.record_id = ${leadId}::uuid and t.done_at is null and t.cancelled_at is null) as open_tasks,
      (select count(*)::int from seen.clocks k where k.org_id = ${orgId}::uuid and k.record_id = ${leadId}::uuid and k.stopped_at is null) as clocks`,
  ]);
  if (!lead) throw problem('not_found');
  refuseClosedLead(lead);
  const name = nameOfLead(lead);
  if (name === null) throw problem('lead_nameless');
  const { key } = normalizeCompanyName(name);
  const [[same], [person]] = await reads.all([
    sql<{ id: string; number: string; name: string }>`
      select c.id, r.number, c.name from seen.match_keys k
      join seen.customers c on c.org_id = k.org_id and c.id = k.record_id
      join seen.records r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
      where k.org_id = ${orgId}::uuid and k.key_kind in ('company', 'former') and k.key = ${key} and ${key !== ''} order by c.created_at limit 1`,
    sql<{ id: string }>`
      select p.id from seen.match_keys k join seen.contacts p on p.org_id = k.org_id and p.customer_id = k.record_id
      where k.org_id = ${orgId}::uuid and k.key_kind in ('company', 'former') and k.key = ${key} and (p.phone = ${lead.phone} or p.email = ${lead.email}) limit 1`,
  ]);
  return {
    customer: { name: same?.name ?? name, existingId: same?.id ?? null, existingNumber: same?.number ?? null },
    contact: lead.contactName ? { name: lead.contactName, existing: person !== undefined } : null,
    opportunity: {
      name,
      amountMinor: lead.budgetMinor,
      currency: lead.currency,
      expectedCloseOn: lead.expectedPurchaseOn,
    },
    carried: carried ?? { followUps: 0, files: 0, openTasks: 0, clocks: 0 },
  };
}
