import * as protocol from '@dealtrail/protocol/auth';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../../access/index.ts';
import type { Services } from '../../house/services.ts';
import { handlePrepared, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { gates } from '../attempts.ts';
import { authenticatorAddress, base32 } from '../totp.ts';
import { confirmFactor, prepareFactor, removeFactor, renewRecoveryCodes, secondFactorQuery } from '../second-factor.ts';
import { logAccountAct } from '../sign-in-log.ts';
import { type Trace, traceOf } from '../trace.ts';

interface Asked {
  readonly actor: Actor;
  readonly input: { readonly password: string };
  readonly request: FastifyRequest;
  readonly services: Services;
}

/** A session left open on a desk must not change the second step: the password is asked for again. */
async function withPassword({ actor, input, request, services }: Asked): Promise<Trace> {
  if (actor.via !== 'session') throw problem('session_needed');
  await services.accounts.confirmPassword(actor, input.password);
  return traceOf(request);
}

/** Whether the own second step is on. */
export const getSecondFactor = handleRead(protocol.getSecondFactor, async ({ actor, read }) => {
  const found = await read.maybe(secondFactorQuery(actor.orgId, actor.memberId));
  return { since: found?.since.toISOString() ?? null, recoveryCodesLeft: found?.codesLeft ?? 0 };
});

/** Makes a secret for the authenticator app; nothing changes until its first code is confirmed. */
export const startSecondFactor = handlePrepared(
  protocol.startSecondFactor,
  withPassword,
  async ({ actor, tx, services }) => {
    const secret = await prepareFactor(tx, actor.memberId, services.accounts.factorKey);
    const issuer = `商迹 ${actor.organization.name}`;
    return { secret: base32(secret), address: authenticatorAddress(secret, issuer, actor.email) };
  },
);

/** Puts the second step into force with the app's first code; the recovery codes are in this answer only. */
export const confirmSecondFactor = handlePrepared(
  protocol.confirmSecondFactor,
  async ({ actor, request }) => {
    if (actor.via !== 'session') throw problem('session_needed');
    return traceOf(request);
  },
  async ({ actor, tx, input, prepared, services: { accounts, registry } }) => {
    const asked = [gates.code(actor.userId)];
    const wait = accounts.attempts.waitFor(asked);
    if (wait > 0) throw problem('too_many_requests', { retryAfter: wait, params: { seconds: wait } });
    const recoveryCodes = await confirmFactor(tx, actor.memberId, input.code.trim(), accounts.factorKey);
    if (!recoveryCodes) {
      accounts.attempts.failed(asked);
      throw problem('code_wrong', { fields: [{ path: 'code', code: 'code_wrong', message: 'code_wrong' }] });
    }
    // Whoever was held back for it goes on with the next request.
    await registry.people.rightsMoved(tx, [actor.memberId]);
    await logAccountAct(tx, actor.memberId, 'second_factor_on', prepared);
    return { recoveryCodes };
  },
);

/** Replaces the recovery codes. */
export const renewOwnRecoveryCodes = handlePrepared(
  protocol.renewRecoveryCodes,
  withPassword,
  async ({ actor, tx, prepared }) => {
    const recoveryCodes = await renewRecoveryCodes(tx, actor.memberId);
    await logAccountAct(tx, actor.memberId, 'recovery_codes_made', prepared);
    return { recoveryCodes };
  },
);

/** Takes the own second step away, where the organisation does not ask for one. */
export const endSecondFactor = handlePrepared(
  protocol.endSecondFactor,
  withPassword,
  async ({ actor, tx, prepared }) => {
    if (actor.secondStep !== 'free') throw problem('second_step_required');
    if (!(await removeFactor(tx, actor.memberId))) throw problem('second_factor_off');
    await logAccountAct(tx, actor.memberId, 'second_factor_off', prepared);
    return undefined;
  },
);
