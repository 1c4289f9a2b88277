import type { JoinLink } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { z } from 'zod';
import { hashOf, organizationIn } from '../../../kernel/auth/secrets.ts';
import type { Database, NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { joinLinksTable } from '../tables.ts';

/** How tokens of join links begin. */
export const JOIN_PREFIX = 'join_';

const MOST = 100;
const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

/** The join links of an organisation, newest first, or one of them. */
export function joinLinkRows(orgId: string, now: Date, id?: string) {
  return sql<z.output<typeof JoinLink>>`
    select l.id, d.name as department_name, l.role_keys, l.needs_approval, l.most_uses, l.uses,
      case when l.revoked_at is not null then 'revoked' when l.uses >= l.most_uses then 'used_up'
        when l.expires_at <= ${now} then 'expired' else 'open' end as state,
      ${instant('l.expires_at')} as expires_at, ${instant('l.created_at')} as created_at
    from seen.join_links l left join seen.departments d on d.org_id = l.org_id and d.id = l.department_id
    where l.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`l.id = ${id}::uuid`}
    order by l.created_at desc, l.id limit ${MOST}`;
}

/** Keeps a new join link. */
export async function insertJoinLink(tx: Tx, link: NewRow<'join_links'>): Promise<void> {
  await tx.insert(joinLinksTable, [link]);
}

/** Locks a join link for its change. */
export function lockJoinLink(tx: Tx, id: string): Promise<RowOf<'join_links'> | undefined> {
  return tx.lock(joinLinksTable, { id });
}

/** Saves what changed of a join link. */
export async function saveJoinLink(
  tx: Tx,
  link: RowOf<'join_links'>,
  patch: Partial<NewRow<'join_links'>>,
): Promise<void> {
  await tx.update(joinLinksTable, link, patch);
}

/** What an open join link leads to. */
export interface OpenJoinLink {
  readonly orgId: string;
  readonly organizationName: string;
  readonly departmentName: string | null;
  readonly needsApproval: boolean;
}

/** An open join link by its token; undefined when it is worthless. The organisation is part of the token. */
export async function findJoinLink(database: Database, token: string, now: Date): Promise<OpenJoinLink | undefined> {
  const orgId = organizationIn(token, JOIN_PREFIX);
  if (!orgId) return undefined;
  const [found] = await database.readRows(
    orgId,
    sql<Omit<OpenJoinLink, 'orgId'>>`
      select o.name as organization_name, d.name as department_name, l.needs_approval from seen.join_links l
      join seen.organizations o on o.id = l.org_id
      left join seen.departments d on d.org_id = l.org_id and d.id = l.department_id
      where l.org_id = ${orgId}::uuid and l.token_hash = ${hashOf(token)} and l.revoked_at is null
        and l.uses < l.most_uses and l.expires_at > ${now}`,
  );
  return found && { orgId, ...found };
}

/** Uses a join link once more inside the transaction that makes the member; of two who want the last place one gets it. */
export async function takePlace(tx: Tx, token: string): Promise<RowOf<'join_links'>> {
  const link = await tx.lock(joinLinksTable, { tokenHash: hashOf(token) });
  if (!link || link.revokedAt || link.uses >= link.mostUses || link.expiresAt <= tx.time.now())
    throw problem('invitation_invalid');
  return tx.update(joinLinksTable, link, { uses: link.uses + 1 });
}

/** Members who joined by a link and wait to be let in, the longest waiting first. */
export function waitingMembers(orgId: string) {
  return sql<{
    id: string;
    name: string;
    email: string;
    mobile: string | null;
    departmentName: string | null;
    roleKeys: string[];
    waitingSince: string;
  }>`
    select m.id, m.name, m.email, m.mobile, d.name as department_name, ${instant('m.waiting_since')} as waiting_since, array(
      select mr.role_key from seen.member_roles mr where mr.org_id = ${orgId}::uuid and mr.member_id = m.id order by 1) as role_keys
    from seen.members m left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${orgId}::uuid and m.waiting_since is not null order by m.waiting_since, m.id limit 500`;
}
