import { sql } from 'kysely';
import type { Tx } from '../../../../kernel/db/index.ts';
import type { LeadToAssign } from '../../rules/assignment.ts';
import type { LeadRow } from '../../store/lead-store.ts';
import { readSources, sourceName } from '../../store/source-store.ts';

/** What the rules look at of leads that are there, by their id; who refused one of them does not get it again. */
export async function factsToGiveAgain(tx: Tx, leads: readonly LeadRow[]): Promise<(id: string) => LeadToAssign> {
  const sources = await readSources(tx);
  const refusals = await tx.many(sql<{ leadId: string; ownerId: string }>`
    select distinct lead_id, from_owner_id as owner_id from seen.lead_moves
    where org_id = ${tx.orgId}::uuid and lead_id = any(${leads.map(({ id }) => id)}::uuid[]) and how = 'refused'`);
  const refusedBy = Map.groupBy(refusals, ({ leadId }) => leadId);
  const known = new Map(leads.map((lead) => [lead.id, lead]));
  return (id) => {
    const { region, province, industry, customerType, priority, source, sourceListed } = known.get(id) as LeadRow;
    const key = sourceListed ? source : null;
    return {
      region,
      province,
      industry,
      customerType,
      priority,
      source: key,
      sourceName: key === null ? null : sourceName(sources, key),
      refusedBy: (refusedBy.get(id) ?? []).map(({ ownerId }) => ownerId),
    };
  };
}
