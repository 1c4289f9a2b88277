import { sql } from 'kysely';
import { exportsTable } from '../db/transfer-tables.ts';
import { rowsOf, type Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import type { Export } from './export-view.ts';

/** How long an export stays with the process that writes it without a sign of life. */
const LEASE_MS = 60_000;

/** One transaction of the room's own. */
export function inTransaction<Result>(
  services: Services,
  orgId: string,
  work: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  return services.database.write({ orgId, actorId: null, operation: 'exports.run', requestId: 'exports.run' }, work);
}

/** Takes the export that waits longest, or one whose process gave no sign of life; it is written from its beginning. */
export async function claimExport(services: Services, orgId: string): Promise<Export | undefined> {
  return inTransaction(services, orgId, async (tx) => {
    const now = tx.time.now();
    const due = await tx.run({
      text: `select * from app.exports where org_id = $1 and due_at <= $2 order by due_at, id limit 1 for update skip locked`,
      values: [orgId, now],
      name: 'exports_claim',
    });
    const [row] = rowsOf<Export>(due);
    const dueAt = new Date(now.getTime() + LEASE_MS);
    return row && tx.update(exportsTable, row, { state: 'running', written: 0, dueAt });
  });
}

/** A sign of life with the rows written so far. Throws StaleRow when it was cancelled or another process has it. */
export async function stayWith(services: Services, orgId: string, row: Export, written: number): Promise<Export> {
  return inTransaction(services, orgId, (tx) =>
    tx.update(exportsTable, row, { written, dueAt: new Date(tx.time.now().getTime() + LEASE_MS) }),
  );
}

/** Hands an export back, so that it is written again after that pause. */
export async function handBack(services: Services, orgId: string, row: Export, pauseMs: number): Promise<void> {
  await inTransaction(services, orgId, (tx) =>
    tx.update(exportsTable, row, { state: 'queued', written: 0, dueAt: new Date(tx.time.now().getTime() + pauseMs) }),
  );
}

/** What is told when an export ends by itself. */
export interface FinishedExport {
  readonly memberId: string;
  readonly fileName: string;
  readonly state: 'done' | 'failed';
  readonly rows: number;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** Notes that an export has ended and tells it. */
export function tellFinished(tx: Tx, row: Export): void {
  const data: FinishedExport = {
    memberId: row.memberId,
    fileName: row.fileName,
    state: row.state === 'done' ? 'done' : 'failed',
    rows: row.rows,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
  tx.publish({ type: 'exports.finished', recordId: row.id, data: { ...data } });
}

/** Ends an export without a file; `problem` is the message key that says why. */
export async function failExport(services: Services, orgId: string, row: Export, problem: string): Promise<void> {
  await inTransaction(services, orgId, async (tx) => {
    const patch = { state: 'failed', problem, dueAt: null, finishedAt: tx.time.now() } as const;
    tellFinished(tx, await tx.update(exportsTable, row, patch));
  });
}

/** True when an export of the organisation is waiting. */
export async function exportIsDue(services: Services, orgId: string): Promise<boolean> {
  const waiting = await services.database.readRows(
    orgId,
    sql<{
      id: string;
    }>`select id from seen.exports where org_id = ${orgId}::uuid and due_at <= ${services.time.now()} limit 1`,
  );
  return waiting.length > 0;
}
