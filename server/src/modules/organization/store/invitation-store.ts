import type { Invitation } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { z } from 'zod';
import { hashOf } from '../../../kernel/auth/secrets.ts';
import type { Database, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';

/** Invitations of an organisation as the administrator sees them, newest first. */
export function listInvitationRows(orgId: string, now: Date, id?: string) {
  return sql<z.output<typeof Invitation>>`
    select i.id, i.name, i.email, d.name as department_name, i.role_keys,
      case when i.accepted_at is not null then 'accepted' when i.revoked_at is not null then 'revoked'
        when i.expires_at <= ${now} then 'expired' else 'open' end as state,
      to_char(i.expires_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as expires_at,
      to_char(i.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at
    from auth.invitations i left join seen.departments d on d.org_id = ${orgId}::uuid and d.id = i.department_id
    where i.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`i.id = ${id}::uuid`}
    order by i.created_at desc limit 200`;
}

/** An open invitation by its token, outside any organisation's context; undefined when it is worthless. */
export async function findInvitation(database: Database, token: string, now: Date) {
  const { rows } = await database.writes.query(
    `select i.org_id as "orgId", i.name, i.email, o.name as "organizationName" from auth.invitations i join app.organizations o on o.id = i.org_id
     where i.token_hash = $1 and i.accepted_at is null and i.revoked_at is null and i.expires_at > $2`,
    [hashOf(token), now],
  );
  return rows[0] as { orgId: string; name: string | null; email: string | null; organizationName: string } | undefined;
}

/** What an accepted invitation is good for. */
export interface TakenInvitation {
  readonly departmentId: string | null;
  readonly roleKeys: string[];
  /** A member who was entered before and joins now; null: the invitation makes one. */
  readonly memberId: string | null;
}

/** Uses an invitation up inside the transaction that makes the member; of two who try at once one succeeds. */
export async function takeInvitation(tx: Tx, token: string): Promise<TakenInvitation> {
  const taken = await tx.maybe(sql<TakenInvitation>`
    update auth.invitations set accepted_at = ${tx.time.now()}
    where token_hash = ${hashOf(token)} and org_id = ${tx.orgId}::uuid and accepted_at is null and revoked_at is null and expires_at > ${tx.time.now()}
    returning department_id, role_keys, member_id`);
  if (!taken) throw problem('invitation_invalid');
  return taken;
}

/** Keeps a new invitation; only the hash of its token stays. */
export async function insertInvitation(
  tx: Tx,
  invitation: {
    id: string;
    token: string;
    name: string | null;
    email: string | null;
    departmentId: string | null;
    roleKeys: readonly string[];
    /** The member who is there already and joins by it. */
    memberId?: string;
    expiresAt: Date;
  },
): Promise<void> {
  await tx.run({
    text: `insert into auth.invitations (id, token_hash, org_id, name, email, department_id, role_keys, invited_by, created_at, expires_at, member_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    values: [
      invitation.id,
      hashOf(invitation.token),
      tx.orgId,
      invitation.name,
      invitation.email,
      invitation.departmentId,
      [...new Set(invitation.roleKeys)],
      tx.origin.actorId,
      tx.time.now(),
      invitation.expiresAt,
      invitation.memberId ?? null,
    ],
  });
}

/** Makes an open invitation worthless; false when there is none. */
export async function endInvitation(tx: Tx, id: string): Promise<boolean> {
  const ended = await tx.run({
    text: 'update auth.invitations set revoked_at = $3 where org_id = $1 and id = $2 and accepted_at is null and revoked_at is null',
    values: [tx.orgId, id, tx.time.now()],
  });
  return ended.rowCount === 1;
}
