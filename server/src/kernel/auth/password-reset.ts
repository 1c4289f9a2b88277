import { sql } from 'kysely';
import type { Database, RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import { hashOf, newSecretOf, organizationIn } from './secrets.ts';
import { passwordResetsTable } from './tables.ts';

/** A reset link works for 30 minutes, once. */
const VALID_MS = 30 * 60_000;
const PREFIX = 'rst_';

/** Makes a reset link's token for a member; links made before are worthless from here on. */
export async function insertPasswordReset(tx: Tx, memberId: string): Promise<{ token: string; expiresAt: Date }> {
  await revokePasswordResets(tx, memberId);
  const token = newSecretOf(tx.orgId, PREFIX);
  const now = tx.time.now();
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await tx.insert(passwordResetsTable, [
    {
      id: tx.time.newId(),
      memberId,
      tokenHash: hashOf(token),
      madeBy: tx.origin.actorId,
      createdAt: now,
      expiresAt,
      usedAt: null,
      revokedAt: null,
    },
  ]);
  return { token, expiresAt };
}

/** Makes every open reset link of a member worthless. */
export async function revokePasswordResets(tx: Tx, memberId: string): Promise<void> {
  const open = await tx.many(sql<RowOf<'password_resets'>>`
    select * from seen.password_resets
    where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid and used_at is null and revoked_at is null`);
  for (const reset of open) await tx.update(passwordResetsTable, reset, { revokedAt: tx.time.now() });
}

/** Whose password a token resets, while it is good; the organisation is part of the token. */
export async function findPasswordReset(
  database: Database,
  token: string,
  now: Date,
): Promise<{ orgId: string; memberId: string } | undefined> {
  const orgId = organizationIn(token, PREFIX);
  if (!orgId) return undefined;
  const [found] = await database.readRows(
    orgId,
    sql<{ memberId: string }>`select member_id from seen.password_resets
      where org_id = ${orgId}::uuid and token_hash = ${hashOf(token)} and used_at is null and revoked_at is null and expires_at > ${now}`,
  );
  return found && { orgId, memberId: found.memberId };
}

/** Uses a token up; of two who try at once one succeeds, the other gets `reset_invalid`. Returns the member. */
export async function takePasswordReset(tx: Tx, token: string): Promise<string> {
  const reset = await tx.lock(passwordResetsTable, { tokenHash: hashOf(token) });
  if (!reset || reset.usedAt || reset.revokedAt || reset.expiresAt <= tx.time.now()) throw problem('reset_invalid');
  await tx.update(passwordResetsTable, reset, { usedAt: tx.time.now() });
  return reset.memberId;
}
