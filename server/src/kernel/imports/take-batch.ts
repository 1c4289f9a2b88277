import type { Why } from '@dealtrail/protocol/kernel';
import { importRejectsTable, importsTable } from '../db/transfer-tables.ts';
import { type Origin, type RowOf, StaleRow, type Tx } from '../db/index.ts';
import type { SheetRow } from './box/index.ts';
import { LEASE_MS } from './claim-import.ts';
import { inWords, refusalIn, remedyFor } from './failed-batch.ts';
import type { ImportKind, ImportRow, ImportRun, RowOutcome } from './import-kind.ts';
import { cellsOf, type ColumnPlan, damageOf } from './rules/index.ts';

/** What a process works with while it takes rows in. */
export interface BatchWork {
  readonly kind: ImportKind;
  readonly plan: ColumnPlan;
  readonly run: ImportRun;
}

/** A row of the file that was read: ready, or rejected before anything was tried. */
export interface Entry {
  readonly sheet: SheetRow;
  readonly ready?: ImportRow<never>;
  readonly rejected?: readonly Why[];
}

function entryOf(sheet: SheetRow, { kind, plan }: BatchWork): Entry {
  const damage = damageOf(sheet, plan);
  if (damage.length > 0) return { sheet, rejected: damage };
  const prepared = kind.prepare(cellsOf(sheet, plan));
  if ('rejected' in prepared) return { sheet, rejected: prepared.rejected };
  return { sheet, ready: { line: sheet.line, values: prepared.values } };
}

function originOf({ run }: BatchWork): Origin {
  return { orgId: run.actor.orgId, actorId: run.actor.memberId, operation: 'imports.run', requestId: run.id };
}

/** Holds the import for this transaction; throws StaleRow when another process took it over meanwhile. */
async function hold(tx: Tx, row: RowOf<'imports'>): Promise<RowOf<'imports'>> {
  const held = await tx.lock(importsTable, { id: row.id });
  if (!held || held.version !== row.version) throw new StaleRow('imports');
  return held;
}

async function outcomesOf(tx: Tx, entries: readonly Entry[], { kind, run }: BatchWork): Promise<RowOutcome[]> {
  const ready = entries.flatMap((entry) => (entry.ready ? [entry.ready] : []));
  const taken = ready.length > 0 ? await kind.takeIn(tx, ready, run) : [];
  if (taken.length !== ready.length)
    throw new Error(`${kind.kind} told ${taken.length} outcomes for ${ready.length} rows`);
  let next = 0;
  return entries.map(
    (entry): RowOutcome => (entry.rejected ? { rejected: entry.rejected } : (taken[next++] as RowOutcome)),
  );
}

/** Enters the outcomes into the import's account; rows, account and progress stand or fall together. */
async function enter(
  tx: Tx,
  row: RowOf<'imports'>,
  entries: readonly Entry[],
  outcomes: readonly RowOutcome[],
): Promise<RowOf<'imports'>> {
  const count = (wanted: RowOutcome) => outcomes.filter((outcome) => outcome === wanted).length;
  const rejects = entries.flatMap(({ sheet }, i) => {
    const outcome = outcomes[i];
    return typeof outcome === 'object'
      ? [
          {
            importId: row.id,
            line: sheet.line,
            cells: sheet.cells,
            problems: outcome.rejected.map((why) => ({ ...why })),
          },
        ]
      : [];
  });
  await tx.insert(importRejectsTable, rejects);
  return tx.update(importsTable, row, {
    created: row.created + count('created'),
    merged: row.merged + count('merged'),
    duplicates: row.duplicates + count('duplicate'),
    rejected: row.rejected + rejects.length,
    lastLine: entries.at(-1)?.sheet.line ?? row.lastLine,
    dueAt: new Date(tx.time.now().getTime() + LEASE_MS),
  });
}

/** Carries the outcomes of a trial out of the transaction that must not stay. */
class TrialOver extends Error {
  readonly outcomes: RowOutcome[];
  constructor(outcomes: RowOutcome[]) {
    super('trial over');
    this.outcomes = outcomes;
  }
}

async function tried(entries: readonly Entry[], work: BatchWork): Promise<RowOutcome[]> {
  const { database } = work.run.services;
  try {
    return await database.write(originOf(work), async (tx) => {
      const outcomes = await outcomesOf(tx, entries, work);
      await tx.flush();
      throw new TrialOver(outcomes);
    });
  } catch (error) {
    if (error instanceof TrialOver) return error.outcomes;
    throw error;
  }
}

async function takeWhole(row: RowOf<'imports'>, entries: readonly Entry[], work: BatchWork): Promise<RowOf<'imports'>> {
  const { database } = work.run.services;
  const trial = work.run.dryRun ? await tried(entries, work) : undefined;
  return database.write(originOf(work), async (tx) => {
    const held = await hold(tx, row);
    return enter(tx, held, entries, trial ?? (await outcomesOf(tx, entries, work)));
  });
}

/**
 * Takes one batch of a file in and returns the import as it then stands. A batch that is refused is tried in halves, so
 * that one bad row costs itself alone. Throws StaleRow when another process took the import over, and whatever is no
 * fault of the rows.
 */
export async function takeBatch(
  row: RowOf<'imports'>,
  entries: readonly Entry[],
  work: BatchWork,
  tries = 1,
): Promise<RowOf<'imports'>> {
  try {
    return await takeWhole(row, entries, work);
  } catch (error) {
    const refusal = refusalIn(error, work.run.services);
    const remedy = remedyFor(refusal, entries.length, tries, work.run.services);
    if (!refusal || remedy === 'give_up') throw error;
    if (remedy === 'again') return takeBatch(row, entries, work, tries + 1);
    if (remedy === 'reject')
      return takeWhole(
        row,
        entries.map(({ sheet }) => ({ sheet, rejected: [inWords(refusal, work.run.services)] })),
        work,
      );
    const middle = Math.ceil(entries.length / 2);
    return takeBatch(await takeBatch(row, entries.slice(0, middle), work), entries.slice(middle), work);
  }
}

/** Reads one batch of a file as far as nothing but the file is needed for it. */
export function readBatch(batch: readonly SheetRow[], work: BatchWork): Entry[] {
  return batch.map((sheet) => entryOf(sheet, work));
}
