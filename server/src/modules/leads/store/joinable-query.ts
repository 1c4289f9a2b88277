import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { duplicates } from '../../customers/index.ts';
import { closedStates } from '../lead-states.ts';

/** The first of these leads that is open and that the actor may change; undefined when there is none. */
export async function joinable(
  tx: Tx,
  actor: Actor,
  hits: readonly duplicates.JudgedHit[],
): Promise<string | undefined> {
  const ids = hits.filter((hit) => hit.recordKind === 'lead' && hit.visible).map(({ id }) => id);
  if (ids.length === 0) return undefined;
  const open = await tx.many(sql<{ id: string }>`
    select l.id from seen.leads l where l.org_id = ${tx.orgId}::uuid and l.id = any(${ids}::uuid[])
      and l.state <> all(${closedStates}::text[]) and ${visible(actor, 'leads.update', 'l')}`);
  return ids.find((id) => open.some((lead) => lead.id === id));
}
