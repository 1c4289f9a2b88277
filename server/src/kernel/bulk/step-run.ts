import { type Actor, may } from '../access/index.ts';
import { type RowOf, rowsOf, type Tx } from '../db/index.ts';
import type { BulkKind, BulkOutcome } from './bulk-kind.ts';
import { bulkRunsTable } from './tables.ts';

/** Records changed in one transaction. */
export const CHUNK = 200;

type Item = RowOf<'bulk_items'>;

async function waiting(tx: Tx, runId: string, limit: number): Promise<Item[]> {
  const result = await tx.run({
    text: `select * from app.bulk_items where org_id = $1 and run_id = $2 and outcome is null order by position limit $3 for update`,
    values: [tx.orgId, runId, limit],
    name: 'bulk_items_waiting',
  });
  return rowsOf<Item>(result);
}

function rowOf(item: Item, outcome: BulkOutcome) {
  const kept = { position: item.position, why: null, before: null, after_version: null };
  if (outcome === 'unchanged') return { ...kept, outcome };
  if ('refused' in outcome) return { ...kept, outcome: 'refused', why: outcome.refused };
  const { version, before } = outcome.changed;
  return { ...kept, outcome: 'changed', before, after_version: version };
}

async function saveOutcomes(tx: Tx, runId: string, items: readonly Item[], outcomes: readonly BulkOutcome[]) {
  const rows = items.map((item, i) => rowOf(item, outcomes[i] as BulkOutcome));
  await tx.run({
    text: `update app.bulk_items as t set outcome = v.outcome, why = v.why, before = v.before, after_version = v.after_version
      from jsonb_to_recordset($3::jsonb) as v(position int, outcome text, why jsonb, before jsonb, after_version int)
      where t.org_id = $1 and t.run_id = $2 and t.position = v.position`,
    values: [tx.orgId, runId, JSON.stringify(rows)],
    name: 'bulk_items_outcomes',
  });
  return rows;
}

async function outcomesOf(
  tx: Tx,
  run: RowOf<'bulk_runs'>,
  items: readonly Item[],
  kind: BulkKind,
  actor: Actor,
): Promise<readonly BulkOutcome[]> {
  const action = run.action as never;
  if (!may(actor, kind.permissionFor(action))) {
    return items.map(() => ({ refused: { key: 'bulk.why.not_allowed', params: {} } }));
  }
  const outcomes =
    run.undoes === null
      ? await kind.apply(
          tx,
          items.map(({ recordId }) => recordId),
          action,
          actor,
        )
      : await kind.undo(
          tx,
          items.map(({ recordId, before, afterVersion }) => ({
            id: recordId,
            before: before ?? {},
            version: afterVersion ?? 0,
          })),
          action,
          actor,
        );
  if (outcomes.length !== items.length) throw new Error(`${kind.kind} told ${outcomes.length} of ${items.length}`);
  return outcomes;
}

/**
 * Does the next part of a run whose row is locked: the changes, their outcomes and the run's account stand or fall
 * together, so that a process killed at any moment loses and doubles nothing.
 */
export async function stepRun(
  tx: Tx,
  run: RowOf<'bulk_runs'>,
  kind: BulkKind,
  actor: Actor,
  limit = CHUNK,
): Promise<RowOf<'bulk_runs'>> {
  const items = await waiting(tx, run.id, limit);
  const outcomes = items.length > 0 ? await outcomesOf(tx, run, items, kind, actor) : [];
  const rows = await saveOutcomes(tx, run.id, items, outcomes);
  const count = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  const done = run.changed + run.unchanged + run.refused + rows.length;
  const over = done >= run.total;
  return tx.update(bulkRunsTable, run, {
    changed: run.changed + count('changed'),
    unchanged: run.unchanged + count('unchanged'),
    refused: run.refused + count('refused'),
    ...(over ? { state: 'done' as const, finishedAt: tx.time.now(), dueAt: null } : {}),
  });
}
