import type { JobWithMetadata } from 'pg-boss';
import type { ReactionJob } from '../events/index.ts';
import type { Services } from '../house/services.ts';

/** Longest problem that is kept of a failure. */
const LONGEST_PROBLEM = 500;

/** What each job last said when it failed, by the id of its dead letter; the queue keeps it without telling its types. */
async function problemsOf(services: Services, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await services.database.writes.query(
    `select id, coalesce(source_output ->> 'message', source_output::text, '') as problem from pgboss.job where id = any($1::uuid[])`,
    [ids],
  );
  return new Map((rows as { id: string; problem: string }[]).map(({ id, problem }) => [id, problem]));
}

/**
 * Moves reactions that failed every try out of the queue to the organisation they belong to, where its people can see
 * them. The same failure again opens the same letter.
 */
export async function keepDeadLetters(
  services: Services,
  jobs: readonly JobWithMetadata<ReactionJob>[],
): Promise<void> {
  const problems = await problemsOf(
    services,
    jobs.map(({ id }) => id),
  );
  for (const { id, data, sourceRetryCount } of jobs) {
    const origin = { orgId: data.orgId, actorId: null, operation: 'jobs.keepDeadLetter', requestId: id };
    await services.database.write(origin, (tx) =>
      tx.run({
        text: `insert into app.dead_letters as d (org_id, id, event_id, reaction, problem, tries, failed_at, state)
          values ($1, $2, $3, $4, $5, $6, $7, 'open')
          on conflict (org_id, event_id, reaction) do update set problem = excluded.problem, tries = d.tries + excluded.tries,
            failed_at = excluded.failed_at, state = 'open', reason = null, settled_by = null, settled_at = null,
            version = d.version + 1`,
        values: [
          data.orgId,
          tx.time.newId(),
          data.eventId,
          data.reaction,
          (problems.get(id) ?? '').slice(0, LONGEST_PROBLEM),
          (sourceRetryCount ?? 0) + 1,
          tx.time.now(),
        ],
      }),
    );
  }
}
