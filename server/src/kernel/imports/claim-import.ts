import { sql } from 'kysely';
import { importsTable } from '../db/transfer-tables.ts';
import { type RowOf, rowsOf, type Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';

/** An import's row: what it is, where it stands, and until when it is somebody's. */
export type Import = RowOf<'imports'>;

/** What is told when an import ends by itself. */
export interface FinishedImport
  extends Pick<Import, 'memberId' | 'kind' | 'fileName' | 'rows' | 'created' | 'merged' | 'duplicates' | 'rejected'> {
  readonly state: 'done' | 'failed';
}

/** How long an import stays with the process that works on it without a sign of life. */
export const LEASE_MS = 60_000;

function inTransaction<Result>(services: Services, orgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  return services.database.write({ orgId, actorId: null, operation: 'imports.run', requestId: 'imports.run' }, work);
}

/** What a killed trial left is gone with its transactions, so it starts again. */
async function startTrialAnew(tx: Tx, row: Import): Promise<Partial<Import>> {
  await tx.run({
    text: 'delete from app.import_rejects where org_id = $1 and import_id = $2',
    values: [tx.orgId, row.id],
  });
  return { created: 0, merged: 0, duplicates: 0, rejected: 0, lastLine: 0 };
}

/** Takes the import that waits longest, or one whose process gave no sign of life; nobody else gets it for a minute. */
export async function claimImport(services: Services, orgId: string): Promise<Import | undefined> {
  return inTransaction(services, orgId, async (tx) => {
    const now = tx.time.now();
    const due = await tx.run({
      text: `select * from app.imports where org_id = $1 and due_at <= $2 order by due_at, id limit 1 for update skip locked`,
      values: [orgId, now],
      name: 'imports_claim',
    });
    const [row] = rowsOf<Import>(due);
    if (!row) return undefined;
    const anew = row.dryRun && row.lastLine > 0 ? await startTrialAnew(tx, row) : {};
    return tx.update(importsTable, row, { ...anew, state: 'running', dueAt: new Date(now.getTime() + LEASE_MS) });
  });
}

/** Changes an import that this process holds. Throws StaleRow when it does not hold it any more. */
export async function settleImport(
  services: Services,
  orgId: string,
  row: Import,
  patch: Partial<Import>,
): Promise<void> {
  await inTransaction(services, orgId, async (tx) => tx.update(importsTable, row, patch));
}

/** Ends an import; `problem` is the message key of what ended it early. Its importer hears of it, trials apart. */
export async function endImport(services: Services, orgId: string, row: Import, problem: string | null): Promise<void> {
  await inTransaction(services, orgId, async (tx) => {
    const state = problem === null ? 'done' : 'failed';
    await tx.update(importsTable, row, { state, problem, finishedAt: tx.time.now(), dueAt: null });
    if (!row.dryRun) tellFinished(tx, row, state);
  });
}

function tellFinished(tx: Tx, row: Import, state: FinishedImport['state']): void {
  const { memberId, kind, fileName, rows, created, merged, duplicates, rejected } = row;
  const data: FinishedImport = { memberId, kind, fileName, state, rows, created, merged, duplicates, rejected };
  tx.publish({ type: 'imports.finished', recordId: row.id, data: { ...data } });
}

/** True when an import of the organisation is waiting. */
export async function importIsDue(services: Services, orgId: string): Promise<boolean> {
  const waiting = await services.database.readRows(
    orgId,
    sql<{
      id: string;
    }>`select id from seen.imports where org_id = ${orgId}::uuid and due_at <= ${services.time.now()} limit 1`,
  );
  return waiting.length > 0;
}
