import { sql } from 'kysely';
import { clocksTable } from '../../db/kernel-tables.ts';
import { type NewRow, type RowOf, rowsOf, type Tx } from '../../db/index.ts';
import type { Clock } from '../rules/clock.ts';
import { runningColumns } from './clock-row.ts';

/** Locks the clocks of these records that still run or are paused; `policyKeys` narrows them. */
export async function lockOpenClocks(
  tx: Tx,
  recordIds: readonly string[],
  policyKeys?: readonly string[],
): Promise<RowOf<'clocks'>[]> {
  if (recordIds.length === 0 || policyKeys?.length === 0) return [];
  return tx.many(sql<RowOf<'clocks'>>`
    select * from app.clocks where org_id = ${tx.orgId}::uuid and record_id = any(${recordIds}::uuid[]) and stopped_at is null
      and ${policyKeys ? sql`policy_key = any(${policyKeys}::text[])` : sql`true`}
    order by id for update`);
}

/** Locks clocks with a step due, at most 500; those another node works on are left to it. */
export async function claimDueClocks(tx: Tx, limit: number): Promise<RowOf<'clocks'>[]> {
  const result = await tx.run({
    name: 'clocks_claim_due',
    text: `select * from app.clocks where org_id = $1 and next_step_at <= $2
      order by next_step_at limit $3 for update skip locked`,
    values: [tx.orgId, tx.time.now(), limit],
  });
  return rowsOf<RowOf<'clocks'>>(result);
}

/** What a sentence about a clock names: the record it hangs on, gone or not, and whose clock it is. */
export interface ClockSubject {
  readonly recordId: string;
  readonly kind: string;
  readonly title: string;
  readonly number: string;
  readonly gone: boolean;
}

/** The records of these clocks, by id. */
export async function subjectsOf(tx: Tx, recordIds: readonly string[]): Promise<Map<string, ClockSubject>> {
  const rows = await tx.many(sql<ClockSubject>`
    select r.id as record_id, r.kind, r.title, r.number, (r.deleted_at is not null or r.merged_into is not null) as gone
    from seen.records r where r.org_id = ${tx.orgId}::uuid and r.id = any(${recordIds}::uuid[])`);
  return new Map(rows.map((row) => [row.recordId, row]));
}

/** Keeps clocks just started. */
export async function insertClocks(tx: Tx, rows: readonly NewRow<'clocks'>[]): Promise<void> {
  await tx.insert(clocksTable, rows);
}

function unchanged(was: unknown, is: unknown): boolean {
  return was === is || JSON.stringify(was) === JSON.stringify(is);
}

/** A clock that was locked, as it is to be saved. */
export interface ClockChange {
  readonly row: RowOf<'clocks'>;
  readonly clock: Clock;
  readonly more?: Partial<NewRow<'clocks'>>;
}

/** Saves what changed of clocks that were locked; returns them in order. */
export async function saveClocks(tx: Tx, changes: readonly ClockChange[]): Promise<RowOf<'clocks'>[]> {
  const now = tx.time.now();
  return tx.updateMany(
    clocksTable,
    changes.map(({ row, clock, more }) => {
      const was = row as unknown as Record<string, unknown>;
      const wanted = Object.entries({ ...runningColumns(clock, now), ...more });
      return { before: row, patch: Object.fromEntries(wanted.filter(([name, value]) => !unchanged(was[name], value))) };
    }),
  );
}

/** Saves what changed of one clock that was locked. */
export async function saveClock(
  tx: Tx,
  row: RowOf<'clocks'>,
  clock: Clock,
  more: Partial<NewRow<'clocks'>> = {},
): Promise<RowOf<'clocks'>> {
  const [saved = row] = await saveClocks(tx, [{ row, clock, more }]);
  return saved;
}
