import * as protocol from '@dealtrail/protocol/auth';
import { handlePrepared, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { deviceOf } from '../rules/device.ts';
import { maskPeer, nearnessOf } from '../rules/place.ts';
import { endSession, endSessions, sessionsOf } from '../sessions.ts';
import { logAccountAct } from '../sign-in-log.ts';
import { type Trace, traceOf } from '../trace.ts';

interface SessionRow {
  id: string;
  token: string;
  peer: string | null;
  device: string | null;
  createdAt: Date;
  seenAt: Date;
}

const trace = async ({ request }: { readonly request: Parameters<typeof traceOf>[0] }): Promise<Trace> =>
  traceOf(request);

/** Where one is signed in. */
export const listOwnSessions = handleRead(protocol.listOwnSessions, async ({ actor, read, time }) => {
  const rows = await read.many<SessionRow>(sessionsOf(actor.userId, time.now()));
  return {
    items: rows.map((row) => ({
      id: row.id,
      here: row.token === actor.proof,
      ...deviceOf(row.device),
      peer: maskPeer(row.peer ?? ''),
      near: nearnessOf(row.peer ?? ''),
      createdAt: row.createdAt.toISOString(),
      seenAt: row.seenAt.toISOString(),
    })),
  };
});

/** Ends one of them; its next request is answered as not signed in. */
export const endOwnSession = handlePrepared(protocol.endOwnSession, trace, async ({ actor, tx, input, prepared }) => {
  if (!(await endSession(tx, actor.userId, input.id))) throw problem('not_found');
  await logAccountAct(tx, actor.memberId, 'session_ended', prepared);
  return undefined;
});

/** Ends all of them but this one. */
export const endOtherSessions = handlePrepared(protocol.endOtherSessions, trace, async ({ actor, tx, prepared }) => {
  const ended = await endSessions(tx, actor.userId, actor.proof);
  await logAccountAct(tx, actor.memberId, 'sessions_ended', prepared);
  return { ended };
});
