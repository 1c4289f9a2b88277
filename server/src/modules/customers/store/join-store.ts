import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { joinRequestsTable } from '../tables.ts';

export type JoinRow = RowOf<'join_requests'>;

/** A request with the names around it. */
export type JoinFacts = JoinRow & {
  memberName: string | null;
  departmentName: string | null;
  answeredByName: string | null;
  title: string;
  /** Owner of the record now. */
  ownerId: string | null;
  ownerName: string | null;
};

const facts = sql`
  select j.*, m.name as member_name, d.name as department_name, a.name as answered_by_name,
    r.title, r.owner_id, o.name as owner_name
  from seen.join_requests j
  join seen.records r on r.org_id = j.org_id and r.id = j.record_id and r.deleted_at is null
  left join seen.members m on m.org_id = j.org_id and m.id = j.member_id
  left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
  left join seen.members a on a.org_id = j.org_id and a.id = j.answered_by
  left join seen.members o on o.org_id = r.org_id and o.id = r.owner_id`;

/** Query for the requests on a record, the newest first. */
export function recordRequestsQuery(orgId: string, recordId: string) {
  return sql<JoinFacts>`${facts} where j.org_id = ${orgId}::uuid and j.record_id = ${recordId}::uuid order by j.asked_at desc, j.id desc limit 50`;
}

/** Query for the newest requests of a member. */
export function ownRequestsQuery(orgId: string, memberId: string) {
  return sql<JoinFacts>`${facts} where j.org_id = ${orgId}::uuid and j.member_id = ${memberId}::uuid order by j.asked_at desc, j.id desc limit 50`;
}

/** Query for one request. */
export function requestQuery(orgId: string, id: string) {
  return sql<JoinFacts>`${facts} where j.org_id = ${orgId}::uuid and j.id = ${id}::uuid`;
}

/** Query for the records a member asked to work on and has no answer yet. */
export function openRequestsQuery(orgId: string, memberId: string) {
  return sql<{ recordId: string }>`
    select record_id from seen.join_requests where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and state = 'open' limit 100`;
}

/** The record behind a hit this member was told of. */
export async function recordOfHit(
  tx: Tx,
  memberId: string,
  hitId: string,
): Promise<{ id: string; kind: string; title: string; ownerId: string | null } | undefined> {
  return tx.maybe(sql<{ id: string; kind: string; title: string; ownerId: string | null }>`
    select r.id, r.kind, r.title, r.owner_id from seen.probes p
    join seen.records r on r.org_id = p.org_id and r.id = p.record_id and r.deleted_at is null and r.merged_into is null
    where p.org_id = ${tx.orgId}::uuid and p.id = ${hitId}::uuid and p.member_id = ${memberId}::uuid and p.kind = 'duplicate'`);
}

/** Keeps a new request. */
export async function insertRequest(
  tx: Tx,
  request: Pick<JoinRow, 'recordId' | 'recordKind' | 'memberId' | 'reason'>,
): Promise<string> {
  const id = tx.time.newId();
  await tx.insert(joinRequestsTable, [
    {
      ...request,
      id,
      state: 'open',
      level: null,
      answer: null,
      answeredBy: null,
      askedAt: tx.time.now(),
      answeredAt: null,
      version: 1,
    },
  ]);
  return id;
}

/** Locks a request. */
export const lockRequest = (tx: Tx, id: string): Promise<JoinRow | undefined> => tx.lock(joinRequestsTable, { id });

/** Ends a request that was locked. */
export async function endRequest(
  tx: Tx,
  request: JoinRow,
  end: Pick<JoinRow, 'state' | 'level' | 'answer' | 'answeredBy'>,
): Promise<void> {
  await tx.update(joinRequestsTable, request, { ...end, answeredAt: tx.time.now() });
}
