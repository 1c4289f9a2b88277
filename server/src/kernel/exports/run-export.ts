import { logExportedReveals, may, revealsLeftQuery } from '../access/index.ts';
import { exportRecordsTable, exportsTable } from '../db/transfer-tables.ts';
import { StaleRow, type Tx } from '../db/index.ts';
import type { StoredFile } from '../attachments/storage/index.ts';
import { actorOfMember } from '../auth/actor-of-member.ts';
import type { Services } from '../house/services.ts';
import { refusalOf } from '../http/refusals.ts';
import {
  claimExport,
  exportIsDue,
  failExport,
  handBack,
  inTransaction,
  stayWith,
  tellFinished,
} from './claim-export.ts';
import { allowanceQuery } from './export-limits.ts';
import type { Export } from './export-view.ts';
import type { ExportWork, Met } from './read-rows.ts';
import { writeExport } from './write-export.ts';

/** How long a file is kept. */
const KEPT_MS = 7 * 86_400_000;
/** Ids in one piece of the list of whom an export showed, and pieces in one statement. */
const IDS_A_PART = 2_000;
const PARTS_A_STATEMENT = 10;
const SIGN_OF_LIFE_MS = 2_000;
/** What passes by itself, such as a database that is busy, is waited for that long. */
const BUSY_MS = 5_000;

/** An export that cannot go on, by the message key that says why. */
class ExportEnded extends Error {
  readonly key: string;
  constructor(key: string) {
    super(key);
    this.key = key;
  }
}

/** The process is asked to leave; another writes the file from its beginning. */
class Leaving extends Error {}

async function prepare(
  services: Services,
  orgId: string,
  row: Export,
  hold: (row: Export) => void,
): Promise<ExportWork> {
  const kind = services.registry.exportKinds.get(row.kind);
  const actor = await actorOfMember(services, orgId, row.memberId);
  if (!kind) throw new Error(`no chapter exports ${row.kind}`);
  if (!actor || !may(actor, kind.permission)) throw new ExportEnded('exports.failed.not_allowed');
  const today = services.time.today(actor.organization.zone);
  const [allowance] = await services.database.readRows(orgId, allowanceQuery(actor, today));
  const [looks] = await services.database.readRows(orgId, revealsLeftQuery(actor, today));
  // Rows may have been added since it was ordered; its own expected ones count as used already.
  const mostRows = row.rows + Math.max(0, (allowance?.allowed ?? 0) - (allowance?.used ?? 0));
  let held = row;
  // Time that passes, not the clock on the wall: a standing clock must not silence the signs of life.
  let next = performance.now() + SIGN_OF_LIFE_MS;
  return {
    row,
    kind,
    actor,
    services,
    met: { ids: [], revealed: [] },
    async onPiece({ ids, revealed }: Met) {
      if (services.lifecycle.draining) throw new Leaving();
      if (ids.length > mostRows) throw new ExportEnded('exports.failed.limit');
      if (revealed.length > (looks?.left ?? 0)) throw new ExportEnded('exports.failed.reveal_limit');
      if (performance.now() < next) return;
      held = await stayWith(services, orgId, held, ids.length);
      hold(held);
      next = performance.now() + SIGN_OF_LIFE_MS;
    },
  };
}

async function keepIds(tx: Tx, exportId: string, ids: readonly string[]): Promise<void> {
  const sorted = ids.toSorted();
  const parts = Array.from({ length: Math.ceil(sorted.length / IDS_A_PART) }, (_, part) => {
    const own = sorted.slice(part * IDS_A_PART, (part + 1) * IDS_A_PART);
    return { exportId, part, firstId: own[0] ?? '', lastId: own.at(-1) ?? '', ids: own };
  });
  for (let at = 0; at < parts.length; at += PARTS_A_STATEMENT)
    await tx.insert(exportRecordsTable, parts.slice(at, at + PARTS_A_STATEMENT));
}

async function keepReveals(tx: Tx, { row, kind, actor, met }: ExportWork): Promise<void> {
  const last = met.revealed.at(-1);
  if (last === undefined || !kind.reveal) return;
  const { usedToday, often } = await logExportedReveals(tx, actor, met.revealed, row.reason ?? '');
  if (!often) return;
  const data = { memberId: actor.memberId, name: actor.name, used: usedToday };
  tx.publish({ type: kind.reveal.often, recordId: last, data });
}

/** Offers the file: whom it showed, looks at contact data and the end of the export stand or fall together. */
async function finish(row: Export, work: ExportWork, file: StoredFile): Promise<void> {
  const { services, actor, met } = work;
  await inTransaction(services, actor.orgId, async (tx) => {
    const now = tx.time.now();
    await keepReveals(tx, work);
    await keepIds(tx, row.id, met.ids);
    const done = await tx.update(exportsTable, row, {
      state: 'done',
      rows: met.ids.length,
      written: met.ids.length,
      sha256: file.sha256,
      bytes: file.bytes,
      dueAt: null,
      finishedAt: now,
      expiresAt: new Date(now.getTime() + KEPT_MS),
    });
    tellFinished(tx, done);
  });
}

function transient(services: Services, error: unknown): boolean {
  const code = refusalOf(error, services.registry)?.code;
  return code === 'unavailable' || code === 'conflict' || code === 'query_too_slow' || code === 'storage_full';
}

async function stop(services: Services, orgId: string, row: Export, error: unknown): Promise<void> {
  // Cancelled, or another process took it over while this one slept.
  if (error instanceof StaleRow) return;
  if (error instanceof Leaving) return handBack(services, orgId, row, 0);
  if (error instanceof ExportEnded) return failExport(services, orgId, row, error.key);
  if (refusalOf(error, services.registry)?.code === 'reveal_limit_reached')
    return failExport(services, orgId, row, 'exports.failed.reveal_limit');
  if (transient(services, error)) {
    services.log.warn({ err: error, export: row.id }, 'export interrupted; it is written again');
    return handBack(services, orgId, row, BUSY_MS);
  }
  services.log.error({ err: error, export: row.id }, 'export failed');
  return failExport(services, orgId, row, 'exports.failed.fault');
}

/**
 * Writes the export of an organisation that waits longest. A process killed at any moment leaves nothing that is offered;
 * another writes it from its beginning. Returns true when more is waiting.
 */
export async function runDueExport(services: Services, orgId: string): Promise<boolean> {
  let row = await claimExport(services, orgId);
  if (!row) return false;
  try {
    const work = await prepare(services, orgId, row, (held) => {
      row = held;
    });
    const file = await writeExport(work);
    // Only now: signs of life have changed the row meanwhile.
    await finish(row, work, file);
  } catch (error) {
    await stop(services, orgId, row, error).catch((failure: unknown) => {
      if (!(failure instanceof StaleRow)) throw failure;
    });
  }
  return exportIsDue(services, orgId);
}
