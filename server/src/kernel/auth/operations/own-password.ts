import * as protocol from '@dealtrail/protocol/auth';
import { handlePrepared } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { savePassword } from '../account-store.ts';
import { revokePasswordResets } from '../password-reset.ts';
import { endSessions } from '../sessions.ts';
import { logAccountAct } from '../sign-in-log.ts';
import { traceOf } from '../trace.ts';

/** Changes the own password: asks for the old one, ends every other session, makes open reset links worthless. */
export const changePassword = handlePrepared(
  protocol.changePassword,
  async ({ actor, input, request, services }) => {
    if (actor.via !== 'session') throw problem('session_needed');
    await services.accounts.confirmPassword(actor, input.current, 'current');
    const passwordHash = await services.accounts.hashPassword(input.password, actor);
    return { passwordHash, trace: traceOf(request) };
  },
  async ({ actor, tx, prepared }) => {
    await savePassword(tx, actor.userId, prepared.passwordHash);
    await revokePasswordResets(tx, actor.memberId);
    const ended = await endSessions(tx, actor.userId, actor.proof);
    await logAccountAct(tx, actor.memberId, 'password_changed', prepared.trace);
    return { ended };
  },
);
