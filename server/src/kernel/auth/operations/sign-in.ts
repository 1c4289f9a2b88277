import {
  session as sessionOperation,
  signIn as signInOperation,
  signOut as signOutOperation,
} from '@dealtrail/protocol/auth';
import { handleOpen, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { presentSession } from '../present-session.ts';
import { endSessionWith } from '../sessions.ts';
import { logAccountAct } from '../sign-in-log.ts';
import { traceOf } from '../trace.ts';

/** Signs in by e-mail, mobile or staff number. */
export const signIn = handleOpen(signInOperation, async ({ input, request, reply, services }) =>
  presentSession(await services.accounts.signIn(request, reply, input), services.time),
);

/** Ends the session on the server and takes its cookie away. */
export const signOut = handleOpen(signOutOperation, async ({ request, reply, services }) => {
  const { accounts, database } = services;
  const credential = await accounts.credentialOf(request);
  if (!credential) throw problem('not_signed_in');
  if (credential.via === 'session') {
    const { orgId, memberId, proof } = credential;
    const origin = { orgId, actorId: memberId, operation: signOutOperation.id, requestId: request.id };
    await database.write(origin, async (tx) => {
      if (await endSessionWith(tx, proof)) await logAccountAct(tx, memberId, 'signed_out', traceOf(request));
    });
  }
  accounts.dismiss(credential, reply);
  return undefined;
});

/** Who is signed in. */
export const session = handleRead(sessionOperation, async ({ actor, read, time }) => {
  await read.all([]);
  return presentSession(actor, time);
});
