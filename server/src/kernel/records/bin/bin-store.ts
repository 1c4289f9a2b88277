import { sql } from 'kysely';
import type { RowOf, Tx } from '../../db/index.ts';
import { recordMovesTable } from '../tables.ts';
import type { Head } from '../../house/participant.ts';

/** Days a deleted record can be taken back, and a merge undone. */
export const KEPT_DAYS = 30;
export const KEPT_MS = KEPT_DAYS * 86_400_000;

const headColumns = sql.raw(
  'id, kind, number, title, owner_id, department_id, deleted_at, merged_into, version, created_at, created_by, purged_at',
);

/** Locks the heads of these records in the order of their ids. */
export async function lockHeads(tx: Tx, ids: readonly string[]): Promise<RowOf<'records'>[]> {
  return tx.many(sql<RowOf<'records'>>`
    select ${headColumns} from app.records where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
}

/** Marks heads as deleted, or as living again; the move that did it is what the audit keeps. */
export async function markHeads(tx: Tx, ids: readonly string[], deletedAt: Date | null): Promise<void> {
  await tx.run({
    name: 'records_mark',
    text: 'update app.records set deleted_at = $3, version = version + 1 where org_id = $1 and id = any($2::uuid[])',
    values: [tx.orgId, ids, deletedAt],
  });
}

/** Notes that records were moved to the bin or merged, with what undoing needs. */
export async function insertMoves(
  tx: Tx,
  moves: readonly Pick<RowOf<'record_moves'>, 'recordId' | 'kind' | 'intoId' | 'reason' | 'notes'>[],
): Promise<void> {
  await tx.insert(
    recordMovesTable,
    moves.map((move) => ({
      id: tx.time.newId(),
      ...move,
      movedBy: tx.origin.actorId,
      movedAt: tx.time.now(),
      endedAt: null,
      endedBy: null,
      ending: null,
      endReason: null,
    })),
  );
}

/** The open moves of these records, locked. */
export async function lockMoves(
  tx: Tx,
  kind: RowOf<'record_moves'>['kind'],
  recordIds: readonly string[],
): Promise<RowOf<'record_moves'>[]> {
  return tx.many(sql<RowOf<'record_moves'>>`
    select * from app.record_moves where org_id = ${tx.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[])
      and kind = ${kind} and ended_at is null order by record_id for update`);
}

/** Locks open moves whose time to be undone is over, at most so many; those another node works on are left to it. */
export async function claimOldMoves(tx: Tx, limit: number): Promise<RowOf<'record_moves'>[]> {
  const until = new Date(tx.time.now().getTime() - KEPT_MS);
  return tx.many(sql<RowOf<'record_moves'>>`
    select * from app.record_moves where org_id = ${tx.orgId}::uuid and ended_at is null and moved_at <= ${until}::timestamptz
    order by moved_at limit ${limit} for update skip locked`);
}

/** Closes moves: taken back, or past taking back. */
export async function endMoves(
  tx: Tx,
  moves: readonly RowOf<'record_moves'>[],
  ending: 'undone' | 'purged',
  endReason: string | null = null,
): Promise<void> {
  for (const move of moves)
    await tx.update(recordMovesTable, move, {
      endedAt: tx.time.now(),
      endedBy: tx.origin.actorId,
      ending,
      endReason,
      // What undoing needed may hold words about people.
      notes: {},
    });
}

/** Leaves of these heads only that they were: kind, number and the pointer to where they went. */
export async function blankHeads(tx: Tx, heads: readonly Head[]): Promise<void> {
  await tx.run({
    name: 'records_blank',
    text: `update app.records set title = number, tok = ''::tsvector, owner_id = null, purged_at = $3, version = version + 1
      where org_id = $1 and id = any($2::uuid[])`,
    values: [tx.orgId, heads.map(({ id }) => id), tx.time.now()],
  });
}
