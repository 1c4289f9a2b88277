import { sql } from 'kysely';
import { hashOf } from '../../../kernel/auth/secrets.ts';
import type { Tx } from '../../../kernel/db/index.ts';

/** An invitation that still waits, with whom it is for. */
export interface OpenInvitation {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly departmentName: string | null;
}

const MOST = 2_000;

/** Invitations nobody accepted or revoked, expired ones too: these, or those of everybody who was entered and has not joined. */
export async function openInvitations(tx: Tx, ids: readonly string[] | undefined): Promise<OpenInvitation[]> {
  const chosen = ids ? sql`i.id = any(${[...ids]}::uuid[])` : sql`m.active and m.invited_at is not null`;
  return tx.many(sql<OpenInvitation>`
    select i.id, coalesce(m.name, i.name) as name, i.email, d.name as department_name from auth.invitations i
    left join seen.members m on m.org_id = i.org_id and m.id = i.member_id
    left join seen.departments d on d.org_id = i.org_id and d.id = coalesce(m.department_id, i.department_id)
    where i.org_id = ${tx.orgId}::uuid and i.accepted_at is null and i.revoked_at is null and ${chosen}
    order by d.name nulls last, 2, i.id limit ${MOST}`);
}

/** Gives invitations new tokens; those before open nothing any more. */
export async function renewInvitations(
  tx: Tx,
  renewed: readonly { id: string; token: string }[],
  expiresAt: Date,
): Promise<void> {
  const rows = renewed.map(({ id, token }) => ({ id, token_hash: hashOf(token) }));
  await tx.run({
    text: `update auth.invitations i set token_hash = r.token_hash, expires_at = $3
      from jsonb_to_recordset($2::jsonb) as r(id uuid, token_hash text) where i.org_id = $1 and i.id = r.id`,
    values: [tx.orgId, JSON.stringify(rows), expiresAt],
  });
}
