import * as protocol from '@dealtrail/protocol/auth';
import type { Tx } from '../../db/index.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import type { Time } from '../../time/time.ts';
import { hashOf, newSecret } from '../secrets.ts';

const keyColumns = `id, name, hint, to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as created_at, last_used_on`;

interface KeyRow {
  id: string;
  name: string;
  hint: string;
  createdAt: string;
  lastUsedOn: string | null;
}

/** The own keys that work. */
export const listApiKeys = handleRead(protocol.listApiKeys, async ({ actor, read }) => ({
  items: await read.many<KeyRow>({
    text: `select ${keyColumns} from auth.api_keys where org_id = $1 and member_id = $2 and revoked_at is null order by created_at desc`,
    values: [actor.orgId, actor.memberId],
  }),
}));

/** Makes a key; a key cannot make another. */
export const createApiKey = handle(protocol.createApiKey, async ({ actor, tx, input, time }) => {
  if (actor.via !== 'session') throw problem('session_needed');
  return insertApiKey(tx, actor, input.name, time);
});

/** Revokes an own key. */
export const revokeApiKey = handle(protocol.revokeApiKey, async ({ actor, tx, input, time }) => {
  const ended = await tx.run({
    text: 'update auth.api_keys set revoked_at = $4 where org_id = $1 and member_id = $2 and id = $3 and revoked_at is null',
    values: [actor.orgId, actor.memberId, input.id, time.now()],
  });
  if (!ended.rowCount) throw problem('not_found');
  return undefined;
});

/** Makes an API key of a member; the key itself is in this answer only. */
export async function insertApiKey(
  tx: Tx,
  member: { orgId: string; memberId: string; userId: string },
  name: string,
  time: Time,
): Promise<KeyRow & { lastUsedOn: null; key: string }> {
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
