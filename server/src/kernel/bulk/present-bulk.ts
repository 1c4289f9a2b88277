import type { BulkView } from '@dealtrail/protocol/bulk';
import type { RowOf } from '../db/index.ts';
import type { Refusal } from './bulk-queries.ts';

/** How long an act can be undone. */
const UNDO_MS = 24 * 3_600_000;

/** Until when a run can be undone; undefined where it cannot. */
export function undoUntil(run: RowOf<'bulk_runs'>): Date | undefined {
  const { state, undone, undoes, changed, finishedAt } = run;
  if (state !== 'done' || undone || undoes !== null || changed === 0 || finishedAt === null) return undefined;
  return new Date(finishedAt.getTime() + UNDO_MS);
}

/** A run as its author sees it. */
export function presentRun(run: RowOf<'bulk_runs'>, refusals: readonly Refusal[]): BulkView {
  const { id, kind, state, total, changed, unchanged, refused, undoes, createdAt } = run;
  return {
    id,
    kind,
    state,
    total,
    done: changed + unchanged + refused,
    changed,
    unchanged,
    refused,
    refusals: [...refusals],
    undoUntil: undoUntil(run)?.toISOString() ?? null,
    undoes,
    createdAt: createdAt.toISOString(),
  };
}
