import { sql } from 'kysely';
import { actorOfMember } from '../auth/actor-of-member.ts';
import { type RowOf, rowsOf } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { refusalOf } from '../http/refusals.ts';
import { CHUNK, stepRun } from './step-run.ts';
import { bulkRunsTable } from './tables.ts';

type Run = RowOf<'bulk_runs'>;

function nextRun(services: Services, orgId: string): Promise<Run[]> {
  return services.database.readRows<Run>(
    orgId,
    sql<Run>`select * from seen.bulk_runs where org_id = ${orgId}::uuid and due_at <= ${services.time.now()} order by due_at, id limit 1`,
  );
}

/** One transaction of a run: the next records, or its early end; false when another process works on it. */
async function work(services: Services, { orgId, id, memberId, kind: name }: Run, limit: number): Promise<boolean> {
  const kind = services.registry.bulkKinds.get(name);
  const actor = await actorOfMember(services, orgId, memberId);
  const origin = { orgId, actorId: memberId, operation: 'bulk.run', requestId: id };
  return services.database.write(origin, async (tx) => {
    const held = await tx.run({
      text: 'select * from app.bulk_runs where org_id = $1 and id = $2 and due_at is not null for update skip locked',
      values: [orgId, id],
      name: 'bulk_runs_hold',
    });
    const [run] = rowsOf<Run>(held);
    if (!run) return false;
    if (kind && actor) await stepRun(tx, run, kind, actor, limit);
    else await tx.update(bulkRunsTable, run, { state: 'failed', finishedAt: tx.time.now(), dueAt: null });
    return true;
  });
}

async function giveUp(services: Services, { orgId, id, memberId }: Run): Promise<void> {
  await services.database.write({ orgId, actorId: memberId, operation: 'bulk.run', requestId: id }, async (tx) => {
    const run = await tx.lock(bulkRunsTable, { id });
    if (run) await tx.update(bulkRunsTable, run, { state: 'failed', finishedAt: tx.time.now(), dueAt: null });
  });
}

/**
 * Does the next records of the act that waits longest; true when more is waiting. A part that fails is tried in halves;
 * one record that fails by our fault ends the act, what was done stays and is told.
 */
export async function runDueBulk(services: Services, orgId: string): Promise<boolean> {
  const [run] = await nextRun(services, orgId);
  if (!run) return false;
  for (let limit = CHUNK; ; limit = Math.ceil(limit / 2)) {
    try {
      if (!(await work(services, run, limit))) return false;
      break;
    } catch (error) {
      const code = refusalOf(error, services.registry)?.code;
      if (code === 'unavailable') throw error;
      if (limit > 1) continue;
      services.log.error({ err: error, bulk: run.id }, 'an act on many records failed');
      await giveUp(services, run);
      break;
    }
  }
  return (await nextRun(services, orgId)).length > 0;
}
