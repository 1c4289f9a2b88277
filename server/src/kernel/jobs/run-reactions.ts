import type { Job, JobResult } from 'pg-boss';
import { type Facts, react, type ReactionJob, readFacts } from '../events/index.ts';
import type { Services } from '../house/services.ts';

/** Organisations whose reactions run side by side; those of one organisation run in turn. */
const SIDE_BY_SIDE = 3;

async function runOne(
  services: Services,
  { id, data }: Job<ReactionJob>,
  facts: Facts | undefined,
): Promise<JobResult> {
  try {
    await react(services, data, facts);
    return { id, status: 'completed' };
  } catch (error) {
    services.log.error({ err: error, ...data }, 'reaction failed; it will be tried again');
    return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } };
  }
}

/** Runs a batch of jobs; each is settled by itself, so that one failure makes no other run again. */
export async function runReactions(services: Services, jobs: readonly Job<ReactionJob>[]): Promise<JobResult[]> {
  const waiting = [...Map.groupBy(jobs, (job) => job.data.orgId).values()];
  const results: JobResult[] = [];
  const worker = async () => {
    for (let mine = waiting.shift(); mine; mine = waiting.shift()) {
      const jobsOfOne = mine.map(({ data }) => data);
      // Where they cannot be read, each job reads its own and fails by itself.
      const facts = await readFacts(services, jobsOfOne[0]?.orgId ?? '', jobsOfOne).catch(() => undefined);
      for (const job of mine) results.push(await runOne(services, job, facts));
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  return results;
}
