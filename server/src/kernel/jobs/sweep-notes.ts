import type { Services } from '../house/services.ts';

/** Longest problem that is kept of a failure. */
const LONGEST_PROBLEM = 500;

const originOf = (orgId: string) => ({ orgId, actorId: null, operation: 'jobs.noteSweep', requestId: 'sweep' });

/** Notes that a sweep went round. */
export async function noteRound({ database, time }: Services, name: string): Promise<void> {
  await database.writes.query(
    `insert into auth.sweep_runs as r (name, ran_at) values ($1, $2)
     on conflict (name) do update set ran_at = greatest(r.ran_at, excluded.ran_at)`,
    [name, time.now()],
  );
}

/** Notes that a sweep failed for an organisation, and with what. */
export async function noteFailure({ database }: Services, orgId: string, name: string, error: unknown): Promise<void> {
  const problem = (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_PROBLEM);
  await database.write(originOf(orgId), (tx) =>
    tx.run({
      text: `insert into app.failed_sweeps as f (org_id, sweep, problem, times, since, last_at) values ($1, $2, $3, 1, $4, $4)
        on conflict (org_id, sweep) do update set problem = excluded.problem, times = f.times + 1, last_at = excluded.last_at`,
      values: [orgId, name, problem, tx.time.now()],
    }),
  );
}

/** Notes that a sweep that failed for an organisation went through again. */
export async function noteRecovery({ database }: Services, orgId: string, name: string): Promise<void> {
  await database.write(originOf(orgId), (tx) =>
    tx.run({ text: 'delete from app.failed_sweeps where org_id = $1 and sweep = $2', values: [orgId, name] }),
  );
}
