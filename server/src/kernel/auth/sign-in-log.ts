import type { SignInEvent } from '@dealtrail/protocol/auth';
import type { Database, Statement, Tx } from '../db/index.ts';
import type { Time } from '../time/time.ts';
import type { Trace } from './trace.ts';

/** One line of the sign-in log. */
interface Line {
  readonly event: SignInEvent;
  /** Whose account; absent when an identifier names nobody. */
  readonly of?: { readonly orgId: string; readonly memberId: string } | undefined;
  /** Who did it, where it was not the member. */
  readonly actorId?: string | null;
  /** The name that was typed, masked. */
  readonly identifier?: string | null;
}

function lineOf(time: Time, line: Line, trace: Trace | undefined): Statement {
  return {
    name: 'sign_in_log',
    text: `insert into auth.sign_in_log (id, at, org_id, member_id, actor_id, event, identifier, peer, device)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      time.newId(),
      time.now(),
      line.of?.orgId ?? null,
      line.of?.memberId ?? null,
      line.actorId ?? null,
      line.event,
      line.identifier ?? null,
      trace?.peer ?? null,
      trace?.device ?? null,
    ],
  };
}

/** Logs an act on an account together with the act itself. */
export async function logAccountAct(
  tx: Tx,
  memberId: string,
  event: SignInEvent,
  trace: Trace,
  identifier: string | null = null,
): Promise<void> {
  const actorId = tx.origin.actorId === memberId ? null : tx.origin.actorId;
  await tx.run(lineOf(tx.time, { event, of: { orgId: tx.orgId, memberId }, actorId, identifier }, trace));
}

/** Logs a sign-in that failed; alike for known and unknown names, so that neither takes longer. */
export async function logRefusal(database: Database, time: Time, line: Line, trace: Trace): Promise<void> {
  const statement = lineOf(time, line, trace);
  await database.writes.query({ ...statement, values: [...statement.values] });
}
