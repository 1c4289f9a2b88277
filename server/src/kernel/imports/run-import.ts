import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { FileLost } from '../attachments/storage/index.ts';
import { type Actor, may } from '../access/index.ts';
import { actorOfMember } from '../auth/actor-of-member.ts';
import { StaleRow } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { refusalOf } from '../http/refusals.ts';
import { readSheet, SheetRefused } from './box/index.ts';
import { claimImport, endImport, type Import, importIsDue, settleImport } from './claim-import.ts';
import type { ImportKind } from './import-kind.ts';
import { planColumns } from './rules/index.ts';
import { type BatchWork, type Entry, readBatch, takeBatch } from './take-batch.ts';
import { withTemporaryFile } from './temporary-file.ts';

/** How long one import is worked on before another organisation has its turn, counted from its first batch. */
const SLICE_MS = 10_000;

/** How long the row is left alone between two batches. */
const BREATH_MS = 10;

/** Ends the reading of a file between two batches. */
class SliceOver extends Error {}

/** An import that cannot go on, by the message key that says why. */
class ImportEnded extends Error {
  readonly key: string;
  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

async function kindAndAuthor(
  services: Services,
  row: Import,
  orgId: string,
): Promise<{ kind: ImportKind; actor: Actor }> {
  const kind = services.registry.importKinds.get(row.kind);
  const actor = await actorOfMember(services, orgId, row.memberId);
  if (!kind) throw new Error(`no chapter takes in ${row.kind}`);
  if (!actor || !may(actor, kind.permission)) throw new ImportEnded('imports.failed.not_allowed');
  return { kind, actor };
}

async function fetchFile(services: Services, orgId: string, sha256: string, path: string): Promise<void> {
  const { stream } = await services.storage.openFile(orgId, sha256).catch((error: unknown) => {
    throw error instanceof FileLost ? new ImportEnded('imports.failed.file_lost') : error;
  });
  await pipeline(stream, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
}

/** Reads on where the last committed batch ended; returns the import after the file's last row. */
async function readOn(
  services: Services,
  claimed: Import,
  orgId: string,
  keep: (row: Import) => void,
): Promise<Import> {
  const { kind, actor } = await kindAndAuthor(services, claimed, orgId);
  const { id, fileName, dryRun, header, known } = claimed;
  const planned = planColumns(header ?? [], new Map(Object.entries(claimed.mapping)), kind.fields);
  if (!('plan' in planned)) throw new Error(`mapping of import ${id} fits no longer`);
  const batchWork: BatchWork = {
    kind,
    plan: planned.plan,
    run: { id, actor, fileName, dryRun, known, services, notes: new Map<string, unknown>() },
  };
  const slice = new AbortController();
  let row = claimed;
  let timer: NodeJS.Timeout | undefined;
  const take = async (entries: readonly Entry[]): Promise<void> => {
    row = await takeBatch(row, entries, batchWork);
    keep(row);
    // Whoever pauses or cancels waits for the row; without a breath the next batch would take it again before them.
    await pause(BREATH_MS);
    if (services.lifecycle.draining) slice.abort(new SliceOver());
  };
  // The batch that is being written; the next one is parsed and read meanwhile, and no further one.
  let writing: Promise<void> = Promise.resolve();
  try {
    await withTemporaryFile(services, async (path) => {
      await fetchFile(services, orgId, claimed.sha256, path);
      await readSheet({
        path,
        name: fileName,
        choices: claimed.reading,
        afterLine: claimed.lastLine,
        signal: slice.signal,
        onHeader: () => undefined,
        onRows: async (batch) => {
          // A batch may still arrive while the box is being closed; it is read again.
          if (slice.signal.aborted) return;
          // A trial keeps its notes in memory, so it is not cut.
          if (!dryRun) timer ??= setTimeout(() => slice.abort(new SliceOver()), SLICE_MS);
          const entries = readBatch(batch, batchWork);
          await writing;
          if (slice.signal.aborted) return;
          writing = take(entries);
          writing.catch(() => undefined);
        },
      });
      await writing;
    });
  } finally {
    clearTimeout(timer);
    // Whatever ended the reading, what is told of the import holds what was written by then.
    await writing.catch(() => undefined);
  }
  return row;
}

function transient(services: Services, error: unknown): boolean {
  const code = refusalOf(error, services.registry)?.code;
  return code === 'unavailable' || code === 'conflict' || code === 'query_too_slow' || code === 'storage_full';
}

/** What remains to be done after a reading that did not reach the end of the file; true when the import goes on. */
async function stop(services: Services, orgId: string, row: Import, error: unknown): Promise<boolean> {
  if (error instanceof SliceOver) {
    await settleImport(services, orgId, row, { dueAt: services.time.now() });
    return true;
  }
  if (error instanceof StaleRow) throw error;
  if (error instanceof ImportEnded) await endImport(services, orgId, row, error.key);
  else if (error instanceof SheetRefused) await endImport(services, orgId, row, `imports.sheet.${error.code}`);
  else if (transient(services, error)) throw error;
  else {
    services.log.error({ err: error, import: row.id }, 'import failed');
    await endImport(services, orgId, row, 'imports.failed.fault');
  }
  return false;
}

/**
 * Works for some seconds on the import of an organisation that waits longest: batches of up to 200 rows, each committed
 * with its account, so that a process killed at any moment loses and doubles nothing; another goes on behind the last
 * committed row. Returns true when more is waiting.
 */
export async function runDueImport(services: Services, orgId: string): Promise<boolean> {
  const claimed = await claimImport(services, orgId);
  if (!claimed) return false;
  try {
    if (await workOn(services, claimed, orgId)) return true;
  } catch (error) {
    // Another process took it over while this one was asleep; it is in good hands.
    if (!(error instanceof StaleRow)) throw error;
  }
  return importIsDue(services, orgId);
}

async function workOn(services: Services, claimed: Import, orgId: string): Promise<boolean> {
  let row = claimed;
  try {
    row = await readOn(services, claimed, orgId, (taken) => {
      row = taken;
    });
  } catch (error) {
    return stop(services, orgId, row, error);
  }
  const accounted = row.created + row.merged + row.duplicates + row.rejected;
  if (accounted !== row.rows) services.log.error({ import: row.id, accounted, rows: row.rows }, 'rows unaccounted for');
  await endImport(services, orgId, row, accounted === row.rows ? null : 'imports.failed.fault');
  return false;
}
