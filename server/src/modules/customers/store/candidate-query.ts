import type { MatchWeights } from '@dealtrail/protocol/customers';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import { findingKinds, type IdentityKey, probesOf } from '../rules/identity/party.ts';
import { weightsInForce } from './match-run-store.ts';
import { matcher, surestFirst } from '../rules/identity/probe-order.ts';

/** A lead or customer that shares a key, with what is compared and what may be told. */
export interface Candidate {
  readonly id: string;
  readonly recordKind: 'lead' | 'customer';
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly departmentName: string | null;
  /** Whether the actor sees the record at all. */
  readonly visible: boolean;
  /** Its keys as kind, blank, key; those that only find it are left out. */
  readonly keyTexts: readonly string[];
  /** The weights in force, so that a check is one statement; null where the shipped ones hold. */
  readonly weights: MatchWeights | null;
}

/** The keys of a candidate, read back. */
export const keysOfCandidate = ({ keyTexts }: Pick<Candidate, 'keyTexts'>): IdentityKey[] =>
  keyTexts.map((text) => {
    const at = text.indexOf(' ');
    return { kind: text.slice(0, at) as IdentityKey['kind'], key: text.slice(at + 1) };
  });

/**
 * Query for the living leads and customers to compare with somebody who has these keys: at most 60, each found by an
 * equal key or contact point; a key that only finds brings nobody where more than twenty share it. `offset 0` makes each
 * key one look into an index: on a table that has just grown the planner knows no better and would join the whole of it.
 */
export function candidateQuery(actor: Actor, keys: readonly IdentityKey[], except: string | null = null) {
  const { orgId } = actor;
  const probes = surestFirst(probesOf(keys));
  const kinds = probes.map(({ kind }) => kind);
  const texts = probes.map(({ key }) => key);
  return sql<Candidate>`
    with wanted(kind, key, at) as (select * from unnest(${kinds}::text[], ${texts}::text[]) with ordinality),
    hit as (
      select m.record_id, w.at, w.kind, count(*) over (partition by w.at) as holders from wanted w cross join lateral (
        select k.record_id from seen.match_keys k
        where k.org_id = ${orgId}::uuid and k.key_kind = w.kind and k.key = w.key offset 0 limit ${matcher.ofKey + 1}
      ) m where w.kind not in ('phone', 'email')
      union all
      select p.record_id, w.at, w.kind, 1 as holders from wanted w cross join lateral (
        select c.record_id from seen.contact_points c
        where c.org_id = ${orgId}::uuid and c.normalized = w.key and c.kind = w.kind offset 0 limit ${matcher.ofKey}
      ) p where w.kind in ('phone', 'email')
    ), best as (
      select record_id from hit
      where record_id is distinct from ${except}::uuid and (holders <= ${matcher.ofKey} or kind <> all(${[...findingKinds]}::text[]))
      group by record_id order by min(at), record_id limit ${matcher.inAll}
    )
    select r.id, r.kind as record_kind, r.number, r.title, r.owner_id, m.name as owner_name, d.name as department_name,
      case r.kind when 'lead' then ${visible(actor, 'leads.read', 'r')} else ${visible(actor, 'customers.read', 'r')} end as visible,
      array(select k.key_kind || ' ' || k.key from seen.match_keys k
        where k.org_id = ${orgId}::uuid and k.record_id = r.id and k.key_kind <> all(${[...findingKinds]}::text[]))
      || array(select c.kind || ' ' || c.normalized from seen.contact_points c
        where c.org_id = ${orgId}::uuid and c.record_id = r.id) as key_texts,
      (${weightsInForce(orgId)}) as weights
    from best b cross join lateral (
      select * from seen.records h where h.org_id = ${orgId}::uuid and h.id = b.record_id offset 0
    ) r
    left join seen.members m on m.org_id = ${orgId}::uuid and m.id = r.owner_id
    left join seen.departments d on d.org_id = ${orgId}::uuid and d.id = r.department_id
    where r.kind in ('lead', 'customer') and r.deleted_at is null and r.merged_into is null
    order by r.created_at, r.id`;
}
