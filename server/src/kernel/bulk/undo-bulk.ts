import * as protocol from '@dealtrail/protocol/bulk';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';
import { handle, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { refusalsQuery, runQuery, runsQuery } from './bulk-queries.ts';
import { openRun } from './open-run.ts';
import { presentRun, undoUntil } from './present-bulk.ts';
import { CHUNK, stepRun } from './step-run.ts';
import { bulkRunsTable } from './tables.ts';

/** The own newest acts on many records. */
export const listBulks = handleRead(protocol.listBulks, async ({ actor, read }) => {
  const runs = await read.many(runsQuery(actor.orgId, actor.memberId));
  return { items: runs.map((run) => presentRun(run, [])) };
});

/** Progress and outcome of an own act on many records. */
export const getBulk = handleRead(protocol.getBulk, async ({ actor, read, input }) => {
  const [[run], refusals] = await read.all([
    runQuery(actor.orgId, actor.memberId, input.id),
    refusalsQuery(actor.orgId, input.id),
  ]);
  if (!run) throw problem('not_found');
  return presentRun(run, refusals);
});

/** Undoes an own act: an act of its own, over the records it changed. */
export const undoBulk = handle(protocol.undoBulk, async ({ actor, tx, input, time, services }) => {
  const run = await tx.lock(bulkRunsTable, { id: input.id });
  if (!run || run.memberId !== actor.memberId) throw problem('not_found');
  const until = undoUntil(run);
  const kind = services.registry.bulkKinds.get(run.kind);
  if (!kind || !until || until < time.now()) throw problem('bulk_not_undoable');
  const items = await tx.many(sql<Pick<RowOf<'bulk_items'>, 'recordId' | 'title' | 'before' | 'afterVersion'>>`
    select record_id, title, before, after_version from seen.bulk_items
    where org_id = ${tx.orgId}::uuid and run_id = ${run.id}::uuid and outcome = 'changed' order by position`);
  await tx.update(bulkRunsTable, run, { undone: true });
  const { action, memberId } = run;
  const opened = await openRun(tx, { kind: run.kind, action, memberId, undoes: run.id }, items);
  if (items.length > CHUNK) return presentRun(opened, []);
  const done = await stepRun(tx, opened, kind, actor);
  return presentRun(done, await tx.many(refusalsQuery(tx.orgId, done.id)));
});
