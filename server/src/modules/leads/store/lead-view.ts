import type { DuplicateHit, Lead } from '@dealtrail/protocol/leads';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import { clocksOf } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { type LeadFactsShown, presentLead } from '../present.ts';

/** Query for one lead with the names around it, where the condition lets it be seen. */
function leadQuery(actor: Actor, id: string, seen: RawBuilder<boolean>) {
  return sql<LeadFactsShown>`
    select l.*, r.number, r.title, m.name as owner_name, d.name as department_name, c.name as created_by_name
    from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    left join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
    left join seen.departments d on d.org_id = l.org_id and d.id = l.department_id
    left join seen.members c on c.org_id = l.org_id and c.id = l.created_by
    where l.org_id = ${actor.orgId}::uuid and l.id = ${id}::uuid and ${seen}`;
}

/**
 * Query for the records with a key of this lead that the actor sees. What they may not see is told only by the verbs
 * that count such answers.
 */
function visibleDuplicatesQuery(actor: Actor, id: string) {
  return sql<DuplicateHit>`
    with own as (
      select key_kind as kind, key from seen.match_keys where org_id = ${actor.orgId}::uuid and record_id = ${id}::uuid
    ), hit as (
      select m.record_id, o.kind from own o
      join seen.match_keys m on m.org_id = ${actor.orgId}::uuid and m.key_kind = o.kind and m.key = o.key and m.record_id <> ${id}::uuid
      union
      select p.record_id, o.kind from own o
      join seen.contact_points p on p.org_id = ${actor.orgId}::uuid and p.kind = o.kind and p.normalized = o.key
      join seen.records k on k.org_id = ${actor.orgId}::uuid and k.id = p.record_id and k.kind = 'customer'
    )
    select r.kind as record_kind, array_agg(distinct h.kind) as matched_by, true as visible, r.id, r.number, r.title,
      m.name as owner_name, d.name as department_name
    from hit h
    join seen.records r on r.org_id = ${actor.orgId}::uuid and r.id = h.record_id and r.deleted_at is null and r.merged_into is null
      and case r.kind when 'lead' then ${visible(actor, 'leads.read', 'r')} when 'customer' then ${visible(actor, 'customers.read', 'r')} else false end
    left join seen.members m on m.org_id = r.org_id and m.id = r.owner_id
    left join seen.departments d on d.org_id = r.org_id and d.id = r.department_id
    group by r.id, r.kind, r.number, r.title, r.created_at, m.name, d.name order by r.created_at, r.id limit 20`;
}

const partsQueries = (actor: Actor, id: string, now: Date, seen: RawBuilder<boolean>) =>
  [leadQuery(actor, id, seen), clocksOf(actor.orgId, id, now), visibleDuplicatesQuery(actor, id)] as const;

/** Reads and presents a lead in one flight; 404 when the actor may not see it. */
export async function readLead(read: Reader, actor: Actor, id: string, now: Date): Promise<Lead> {
  const [[lead], clocks, duplicates] = await read.all(partsQueries(actor, id, now, visible(actor, 'leads.read', 'l')));
  if (!lead) throw problem('not_found');
  return presentLead({ lead, clocks, duplicates }, actor);
}

/** The lead as it stands inside a transaction that was allowed to change it, also when it just left the actor's sight. */
export async function showLead(tx: Tx, actor: Actor, id: string): Promise<Lead> {
  const [one, open, same] = partsQueries(actor, id, tx.time.now(), sql<boolean>`true`);
  const [lead, clocks, duplicates] = await Promise.all([tx.one(one), tx.many(open), tx.many(same)]);
  return presentLead({ lead, clocks, duplicates }, actor);
}
