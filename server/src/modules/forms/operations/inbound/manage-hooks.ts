import { randomBytes } from 'node:crypto';
import * as protocol from '@dealtrail/protocol/forms';
import { hashOf, newSecretOf, seal } from '../../../../kernel/auth/secrets.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import type { Services } from '../../../../kernel/house/services.ts';
import { hooksQuery, insertHook, lockHook, presentHook, saveHook } from '../../store/inbound-store.ts';
import { refuseUnknownSource } from '../refuse-unknown-source.ts';

/** Tells what the secret in an address opens. */
export const HOOK_PREFIX = 'hook_';
const SIGN_BYTES = 32;

/** The secrets of a door: its address, and where posts are signed the key, as they are shown and as they are kept. */
function newSecrets(tx: Tx, services: Services, id: string, signed: boolean) {
  const token = newSecretOf(tx.orgId, HOOK_PREFIX);
  const key = signed ? randomBytes(SIGN_BYTES).toString('hex') : null;
  return {
    shown: { path: `/api/v1/public/hooks/${token}`, signSecret: key },
    kept: {
      tokenHash: hashOf(token),
      signSecret: key === null ? null : seal(Buffer.from(key), services.accounts.factorKey, id),
    },
  };
}

const viewOf = async (tx: Tx, id: string) => presentHook(await tx.one(hooksQuery(tx.orgId, id)));

/** Doors with what came through each. */
export const listHooks = handleRead(protocol.listHooks, async ({ actor, read }) => ({
  items: (await read.many(hooksQuery(actor.orgId))).map(presentHook),
}));

/** Opens a door in the name of who makes it. */
export const createHook = handle(protocol.createHook, async ({ actor, tx, input, time, services }) => {
  const { id = time.newId(), signed, ...settings } = input;
  await refuseUnknownSource(tx, settings.source);
  const { shown, kept } = newSecrets(tx, services, id, signed);
  await insertHook(tx, {
    ...settings,
    ...kept,
    id,
    responsibleId: actor.memberId,
    createdAt: time.now(),
    version: 1,
  });
  return { hook: await viewOf(tx, id), ...shown };
});

/** Changes a door. */
export const updateHook = handle(protocol.updateHook, async ({ tx, input }) => {
  const { id, version, ...patch } = input;
  const hook = await lockHook(tx, id);
  if (!hook) throw problem('not_found');
  if (hook.version !== version) throw problem('stale_version', { current: await viewOf(tx, id) });
  if (patch.source !== undefined) await refuseUnknownSource(tx, patch.source);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  await saveHook(tx, hook, given);
  return viewOf(tx, id);
});

/** Gives a door new secrets; who has the old ones stands before a closed door. */
export const renewHook = handle(protocol.renewHook, async ({ tx, input, services }) => {
  const hook = await lockHook(tx, input.id);
  if (!hook) throw problem('not_found');
  const { shown, kept } = newSecrets(tx, services, hook.id, input.signed);
  await saveHook(tx, hook, kept);
  return { hook: await viewOf(tx, hook.id), ...shown };
});
