import type { Tx } from '../db/index.ts';
import type { RowOf } from '../db/index.ts';
import { bulkItemsTable, bulkRunsTable } from './tables.ts';

/** A record of a new run; for an undoing, with what is to be taken back. */
export interface NewItem {
  readonly recordId: string;
  readonly title: string;
  readonly before?: Record<string, unknown> | null;
  readonly afterVersion?: number | null;
}

/** Keeps a run with its records; it is due at once. */
export async function openRun(
  tx: Tx,
  facts: Pick<RowOf<'bulk_runs'>, 'kind' | 'action' | 'memberId' | 'undoes'>,
  items: readonly NewItem[],
): Promise<RowOf<'bulk_runs'>> {
  const now = tx.time.now();
  const run = {
    ...facts,
    id: tx.time.newId(),
    state: 'running' as const,
    total: items.length,
    changed: 0,
    unchanged: 0,
    refused: 0,
    undone: false,
    createdAt: now,
    finishedAt: null,
    dueAt: now,
    version: 1,
  };
  await tx.insert(bulkRunsTable, [run]);
  await tx.insert(
    bulkItemsTable,
    items.map(({ recordId, title, before = null, afterVersion = null }, position) => ({
      runId: run.id,
      position,
      recordId,
      title,
      outcome: null,
      why: null,
      before,
      afterVersion,
    })),
  );
  return { ...run, orgId: tx.orgId };
}
