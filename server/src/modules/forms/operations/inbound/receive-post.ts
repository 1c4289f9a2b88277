import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import * as protocol from '@dealtrail/protocol/forms';
import type { FastifyRequest } from 'fastify';
import { actorOfMember } from '../../../../kernel/auth/actor-of-member.ts';
import { hashOf, organizationIn, unseal } from '../../../../kernel/auth/secrets.ts';
import { handleOpen } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import type { Services } from '../../../../kernel/house/services.ts';
import { factsOf, reasonToWait, valueAt } from '../../rules/inbound/facts-of.ts';
import { type Posted, readBody } from '../../rules/inbound/read-body.ts';
import {
  forgetOlderBodies,
  type HookRow,
  keepPost,
  lockPost,
  openHookQuery,
  savePost,
} from '../../store/inbound-store.ts';
import { HOOK_PREFIX } from './manage-hooks.ts';
import { takePost } from './take-post.ts';

/** What one door takes in; more is refused with the time to wait. */
const OF_ONE_DOOR = { perMinute: 600, burst: 200 };

type OpenHook = HookRow & { readonly zone: string };

async function askedHook(services: Services, token: string): Promise<OpenHook> {
  const orgId = organizationIn(token, HOOK_PREFIX);
  const [hook] = orgId ? await services.database.readRows(orgId, openHookQuery(orgId, hashOf(token))) : [];
  if (!hook) throw problem('not_found');
  return hook;
}

function refuseUnsigned(
  { id, signSecret }: OpenHook,
  bytes: Buffer,
  request: FastifyRequest,
  services: Services,
): void {
  if (signSecret === null) return;
  const key = unseal(signSecret, services.accounts.factorKey, id);
  const wanted = Buffer.from(`sha256=${createHmac('sha256', key).update(bytes).digest('hex')}`);
  const given = Buffer.from(String(request.headers['x-signature'] ?? '').toLowerCase());
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw problem('signature_wrong');
}

/** The same delivery is the same post: by the name its sender gives it, else by its content on that day. */
function fingerprintOf(hook: OpenHook, posted: Posted, request: FastifyRequest, day: string): string {
  const named = hook.deliveryPath === null ? request.headers['x-delivery-id'] : valueAt(posted, hook.deliveryPath);
  const name = typeof named === 'string' || typeof named === 'number' ? String(named).trim() : '';
  return createHash('sha256')
    .update(name === '' ? JSON.stringify([day, posted]) : `id ${name}`)
    .digest('base64url');
}

/** Takes a post in, or holds it for a person; the same delivery again changes nothing. */
async function take(hook: OpenHook, posted: Posted, request: FastifyRequest, services: Services) {
  const actor = await actorOfMember(services, hook.orgId, hook.responsibleId);
  const facts = factsOf(posted, hook.fields);
  const reason = actor ? reasonToWait(facts) : 'nobody';
  const origin = { orgId: hook.orgId, actorId: null, operation: protocol.receivePost.id, requestId: request.id };
  return services.database.write(origin, async (tx) => {
    const id = tx.time.newId();
    const fingerprint = fingerprintOf(hook, posted, request, tx.time.today(hook.zone));
    const row = {
      id,
      hookId: hook.id,
      state: 'held' as const,
      reason: reason ?? null,
      fingerprint,
      body: { ...posted },
    };
    if (!(await keepPost(tx, row))) return 'repeated' as const;
    if (reason || !actor) return 'held' as const;
    const { outcome: state, leadId } = await takePost(tx, actor, hook, facts);
    const kept = await lockPost(tx, id);
    if (kept) await savePost(tx, kept, { state, leadId });
    await forgetOlderBodies(tx, hook.id);
    return state;
  });
}

/** Takes what another system posts. */
export const receivePost = handleOpen(protocol.receivePost, async ({ input, request, services }) => {
  const hook = await askedHook(services, input.token);
  services.requestLimits.count(`hook ${hook.id}`, OF_ONE_DOOR);
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  refuseUnsigned(hook, bytes, request, services);
  const read = readBody(bytes);
  if ('fault' in read) throw problem(read.fault.code, { params: { ...read.fault.params } });
  return { state: await take(hook, read.posted, request, services) };
});
