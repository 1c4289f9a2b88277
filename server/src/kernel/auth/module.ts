import {
  authProblems,
  createApiKey,
  listApiKeys,
  revokeApiKey,
  session,
  signIn,
  signOut,
} from '@dealtrail/protocol/auth';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Module } from '../house/module.ts';
import { handle, handleOpen, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import type { Time } from '../time/time.ts';
import { hashOf, newSecret } from './accounts.ts';

/** How the signed-in member sees themselves. */
export function presentSession(actor: Actor, time: Time) {
  return {
    member: {
      id: actor.memberId,
      name: actor.name,
      email: actor.email,
      departmentId: actor.departmentId,
      departmentName: actor.departmentName,
      roles: [...actor.roles],
    },
    organization: { id: actor.orgId, ...actor.organization },
    permissions: Object.fromEntries(actor.permissions),
    supervises: actor.supervises,
    now: time.now().toISOString(),
  };
}

const keyColumns = `id, name, hint, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at, last_used_on`;

/** Signing in and out, the own session, and API keys. */
export const auth: Module = {
  name: 'auth',
  problems: authProblems,
  routes: [
    handleOpen(signIn, async ({ input, request, reply, services }) => {
      const credential = await services.accounts.signIn(request, reply, input.email, input.password);
      const actor = await services.accounts.actorOf(credential);
      if (!actor) throw problem('wrong_credentials');
      return presentSession(actor, services.time);
    }),
    handleOpen(signOut, async ({ request, reply, services }) => {
      const credential = await services.accounts.credentialOf(request);
      if (!credential) throw problem('not_signed_in');
      await services.accounts.signOut(credential, reply);
      return undefined;
    }),
    handleRead(session, async ({ actor, read, time }) => {
      await read.all([]);
      return presentSession(actor, time);
    }),
    handleRead(listApiKeys, async ({ actor, read }) => ({
      items: await read.many<{ id: string; name: string; hint: string; createdAt: string; lastUsedOn: string | null }>({
        text: `select ${keyColumns} from auth.api_keys where org_id = $1 and member_id = $2 and revoked_at is null order by created_at desc`,
        values: [actor.orgId, actor.memberId],
      }),
    })),
    handle(createApiKey, async ({ actor, tx, input, time }) => {
      if (actor.via !== 'session') throw problem('session_needed');
      return insertApiKey(tx, actor, input.name, time);
    }),
    handle(revokeApiKey, async ({ actor, tx, input, time }) => {
      const ended = await tx.run({
        text: 'update auth.api_keys set revoked_at = $4 where org_id = $1 and member_id = $2 and id = $3 and revoked_at is null',
        values: [actor.orgId, actor.memberId, input.id, time.now()],
      });
      if (!ended.rowCount) throw problem('not_found');
      return undefined;
    }),
  ],
};

/** Makes an API key of a member; the key itself is in this answer only. */
export async function insertApiKey(
  tx: Tx,
  member: { orgId: string; memberId: string; userId: string },
  name: string,
  time: Time,
): Promise<{ id: string; name: string; hint: string; createdAt: string; lastUsedOn: null; key: string }> {
  const key = newSecret('dt_');
  const row = {
    id: time.newId(),
    name,
    hint: key.slice(0, 8),
    createdAt: time.now().toISOString(),
    lastUsedOn: null,
    key,
  };
  await tx.run({
    text: 'insert into auth.api_keys (id, key_hash, hint, name, user_id, org_id, member_id, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [row.id, hashOf(key), row.hint, name, member.userId, member.orgId, member.memberId, row.createdAt],
  });
  return row;
}
