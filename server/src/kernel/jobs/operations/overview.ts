import * as protocol from '@dealtrail/protocol/jobs';
import { sql } from 'kysely';
import { handleRead } from '../../http/handle.ts';

const DAY_MS = 86_400_000;

interface Counts {
  readonly deadLetters: number;
  readonly factsWaiting: number;
  readonly waiting: number;
  readonly held: number;
  readonly failed: number;
  readonly notConfigured: number;
}

const countsQuery = (orgId: string) => sql<Counts>`
  select (select count(*)::int from seen.dead_letters where org_id = ${orgId}::uuid and state = 'open') as dead_letters,
    (select count(*)::int from seen.events where org_id = ${orgId}::uuid and relayed_at is null) as facts_waiting,
    count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'waiting' and held)::int as held,
    count(*) filter (where state = 'failed')::int as failed,
    count(*) filter (where state = 'not_configured')::int as not_configured
  from seen.mails where org_id = ${orgId}::uuid and state in ('waiting', 'failed', 'not_configured')`;

interface Failing {
  readonly sweep: string;
  readonly problem: string;
  readonly times: number;
  readonly since: Date;
  readonly lastAt: Date;
}

/** What runs behind the pages of one organisation. */
export const overview = handleRead(protocol.overview, async ({ actor, read, time, services }) => {
  const { orgId } = actor;
  const yesterday = new Date(time.now().getTime() - DAY_MS);
  const [[counts], failing, runs] = await read.all([
    countsQuery(orgId),
    sql<Failing>`select sweep, problem, times, since, last_at from seen.failed_sweeps
      where org_id = ${orgId}::uuid and last_at > ${yesterday}`,
    sql<{ name: string; ranAt: Date }>`select name, ran_at from auth.sweep_runs`,
  ]);
  const ranAt = new Map(runs.map(({ name, ranAt: at }) => [name, at.toISOString()]));
  const failures = new Map(
    failing.map(({ sweep, problem, times, since, lastAt }) => [
      sweep,
      { problem, times, since: since.toISOString(), lastAt: lastAt.toISOString() },
    ]),
  );
  const { deadLetters = 0, factsWaiting = 0, waiting = 0, held = 0, failed = 0, notConfigured = 0 } = counts ?? {};
  return {
    deadLetters,
    factsWaiting,
    mails: { waiting, held, failed, notConfigured },
    mailConfigured: services.mailer.configured,
    sweeps: services.registry.sweeps.map(({ name, everySeconds }) => ({
      name,
      everySeconds,
      ranAt: ranAt.get(name) ?? null,
      failing: failures.get(name) ?? null,
    })),
  };
});
