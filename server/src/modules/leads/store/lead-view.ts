import type { DuplicateHit } from '@dealtrail/protocol/customers';
import type { Lead } from '@dealtrail/protocol/leads';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import { clocksOf } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import { duplicates } from '../../customers/index.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { partyOfLead } from '../intake/normalise-lead.ts';
import { type LeadFactsShown, presentLead } from '../present.ts';

/** Query for one lead with the names around it, where the condition lets it be seen. */
function leadQuery(actor: Actor, id: string, seen: RawBuilder<boolean>) {
  return sql<LeadFactsShown>`
    select l.*, r.number, r.title, m.name as owner_name, d.name as department_name, c.name as created_by_name,
      s.name as screener_name
    from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    left join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
    left join seen.departments d on d.org_id = l.org_id and d.id = l.department_id
    left join seen.members s on s.org_id = l.org_id and s.id = l.screener_id
    left join seen.members c on c.org_id = l.org_id and c.id = l.created_by
    where l.org_id = ${actor.orgId}::uuid and l.id = ${id}::uuid and ${seen}`;
}

/** The records in sight that may be the same as a lead, but for the customer it became. */
async function seenDuplicates(
  rows: Pick<RowSource, 'many'>,
  actor: Actor,
  lead: LeadFactsShown,
): Promise<DuplicateHit[]> {
  const hits = await duplicates.findHits(rows, actor, partyOfLead(factsOf(lead)), lead.id);
  // What one may not see is told only by the verbs that count such answers.
  return hits.filter((hit) => hit.visible && hit.id !== lead.customerId).map((hit) => duplicates.presentHit(hit, null));
}

const partsQueries = (actor: Actor, id: string, now: Date, seen: RawBuilder<boolean>) =>
  [leadQuery(actor, id, seen), clocksOf(actor.orgId, id, now)] as const;

/** Reads and presents a lead in two flights; 404 when the actor may not see it. */
export async function readLead(read: Reader, actor: Actor, id: string, now: Date): Promise<Lead> {
  const [[lead], clocks] = await read.all(partsQueries(actor, id, now, visible(actor, 'leads.read', 'l')));
  if (!lead) throw problem('not_found');
  return presentLead({ lead, clocks, duplicates: await seenDuplicates(read, actor, lead), now }, actor);
}

/**
 * The lead as it stands inside a transaction that was allowed to change it, also when it just left the actor's sight.
 * `told` are its duplicates where the verb knows them already.
 */
export async function showLead(tx: Tx, actor: Actor, id: string, told?: readonly DuplicateHit[]): Promise<Lead> {
  const now = tx.time.now();
  const [one, open] = partsQueries(actor, id, now, sql<boolean>`true`);
  const [lead, clocks] = await Promise.all([tx.one(one), tx.many(open)]);
  return presentLead({ lead, clocks, duplicates: told ?? (await seenDuplicates(tx, actor, lead)), now }, actor);
}
