import type { Why } from '@dealtrail/protocol/kernel';
import type { NewRow, RowOf, Tx } from '../db/index.ts';
import { calendarOf, policyHere, timeRulesOf } from './organization-rules.ts';
import type { ClockOutcome } from './rules/clock.ts';
import { pause, type PauseRefusal, pauseRefusal, resume } from './rules/pause.ts';
import type { ClockPolicy } from './rules/policy.ts';
import { explanationOf, startClock } from './rules/start.ts';
import { cancel, stop } from './rules/stop.ts';
import { clockOf, newRow } from './store/clock-row.ts';
import { insertClocks, lockOpenClocks, saveClock, saveClocks } from './store/clock-store.ts';

/** A clock to start on a record. */
export interface ClockOrder {
  readonly policyKey: string;
  /** Which of the policy's limits, such as the record's intent. */
  readonly variant?: string | null;
  readonly recordId: string;
  readonly ownerId: string | null;
  /** Now when left out. */
  readonly startedAt?: Date;
  /** The promised moment, for a policy whose limit is one. */
  readonly moment?: Date;
}

/** A clock that now runs. */
export interface RunningClock {
  readonly id: string;
  readonly recordId: string;
  readonly policyKey: string;
  readonly dueAt: Date;
  readonly why: Why;
}

/** A clock that ended: in time, or late by so many milliseconds. */
export interface EndedClock {
  readonly id: string;
  readonly policyKey: string;
  readonly outcome: ClockOutcome;
  readonly lateMs: number;
}

function policyOf(tx: Tx, key: string): ClockPolicy {
  const policy = tx.policies.get(key);
  if (!policy) throw new Error(`no chapter declares the clock policy ${key}`);
  return policy;
}

/**
 * Starts clocks on many records in one statement; a limit that the organisation switched off starts nothing. A record
 * has at most one open clock of a policy: starting again cancels the one before; where the caller knows that
 * there is none (`noneOpen`) it is not looked for. Throws RangeError for a variant the policy does not know.
 */
export async function startClocksOn(
  tx: Tx,
  orders: readonly ClockOrder[],
  { noneOpen = false }: { readonly noneOpen?: boolean } = {},
): Promise<RunningClock[]> {
  if (orders.length === 0) return [];
  const rows = await rowsFor(tx, orders);
  if (!noneOpen) await cancelBefore(tx, rows);
  await insertClocks(tx, rows);
  return rows.map(({ id, recordId, policyKey, dueAt, why }) => ({ id, recordId, policyKey, dueAt, why }));
}

/** The rows of clocks to start, without those whose limit is switched off. */
async function rowsFor(tx: Tx, orders: readonly ClockOrder[]): Promise<NewRow<'clocks'>[]> {
  const now = tx.time.now();
  const rules = await timeRulesOf(tx);
  return orders.flatMap((order) => {
    const policy = policyHere(policyOf(tx, order.policyKey), rules);
    if (!policy) return [];
    const clock = startClock(policy, order.variant ?? null, order.startedAt ?? now, rules.calendar, order.moment);
    return newRow(clock, { id: tx.time.newId(), recordId: order.recordId, ownerId: order.ownerId }, now);
  });
}

/** Cancels the open clocks in whose place these come. */
async function cancelBefore(tx: Tx, rows: readonly NewRow<'clocks'>[]): Promise<void> {
  const taken = new Set(rows.map((row) => `${row.recordId} ${row.policyKey}`));
  const open = await lockOpenClocks(
    tx,
    [...new Set(rows.map((row) => row.recordId))],
    [...new Set(rows.map((row) => row.policyKey))],
  );
  await cancelRows(
    tx,
    open.filter((row) => taken.has(`${row.recordId} ${row.policyKey}`)),
  );
}

/** Starts one clock; the same as `startClocksOn` for one record. Undefined when its limit is switched off. */
export async function startClockOn(tx: Tx, order: ClockOrder): Promise<RunningClock | undefined> {
  const [clock] = await startClocksOn(tx, [order]);
  return clock;
}

async function cancelRows(tx: Tx, rows: readonly RowOf<'clocks'>[]): Promise<void> {
  const now = tx.time.now();
  await saveClocks(
    tx,
    rows.map((row) => ({ row, clock: cancel(clockOf(row), now) })),
  );
}

const listed = (ids: string | readonly string[]) => (typeof ids === 'string' ? [ids] : ids);

const stoppedBy = (tx: Tx, events: readonly string[]): string[] =>
  [...tx.policies.values()].filter(({ stops }) => stops.some((one) => events.includes(one))).map(({ key }) => key);

async function stopRows(tx: Tx, rows: readonly RowOf<'clocks'>[], at: Date): Promise<EndedClock[]> {
  const ended = rows.map((row) => ({ row, clock: stop(clockOf(row), at, tx.time.now()) }));
  await saveClocks(tx, ended);
  return ended.map(({ row: { id, policyKey }, clock: { stopped } }) => ({
    id,
    policyKey,
    outcome: stopped.outcome,
    lateMs: stopped.lateMs,
  }));
}

/**
 * Stops the open clocks of a record, or of many, whose policy is satisfied by the event, or by one of several. `at` is
 * when it was done; what is recorded more than 24 hours later does not undo a breach.
 */
export async function stopClocks(
  tx: Tx,
  { recordId, event, at }: { recordId: string | readonly string[]; event: string | readonly string[]; at: Date },
): Promise<EndedClock[]> {
  return stopRows(tx, await lockOpenClocks(tx, listed(recordId), stoppedBy(tx, listed(event))), at);
}

/** Stops the clocks of one record that an event satisfies and starts others on it, whose open ones they replace. */
export async function turnClocks(
  tx: Tx,
  { recordId, event, at }: { recordId: string; event: string | readonly string[]; at: Date },
  orders: readonly Omit<ClockOrder, 'recordId'>[],
): Promise<void> {
  const stopping = stoppedBy(tx, listed(event));
  const rows = await rowsFor(
    tx,
    orders.map((order) => ({ ...order, recordId })),
  );
  const open = await lockOpenClocks(tx, [recordId], [...stopping, ...rows.map(({ policyKey }) => policyKey)]);
  const satisfied = ({ policyKey }: RowOf<'clocks'>): boolean => stopping.includes(policyKey);
  await stopRows(tx, open.filter(satisfied), at);
  await cancelRows(
    tx,
    open.filter((row) => !satisfied(row)),
  );
  await insertClocks(tx, rows);
}

/**
 * Ends clocks of records that nobody will satisfy any more: those of `policyKeys` that are in time are cancelled; what
 * ran over and stops at `event` ends as breached.
 */
export async function endClocks(
  tx: Tx,
  recordIds: readonly string[],
  policyKeys: readonly string[],
  event: string,
): Promise<void> {
  const now = tx.time.now();
  const stopping = stoppedBy(tx, [event]);
  const rows = await lockOpenClocks(tx, recordIds, [...new Set([...policyKeys, ...stopping])]);
  const overdue = (row: RowOf<'clocks'>): boolean => row.state === 'running' && row.dueAt < now;
  await stopRows(
    tx,
    rows.filter((row) => overdue(row) && stopping.includes(row.policyKey)),
    now,
  );
  await cancelRows(
    tx,
    rows.filter((row) => !overdue(row) && policyKeys.includes(row.policyKey)),
  );
}

/** Ends the open clocks of records that are gone, as neither met nor breached; `policyKeys` narrows them. */
export async function cancelClocks(
  tx: Tx,
  recordIds: string | readonly string[],
  policyKeys?: readonly string[],
): Promise<number> {
  const rows = await lockOpenClocks(tx, listed(recordIds), policyKeys);
  await cancelRows(tx, rows);
  return rows.length;
}

/** A clock that went on because its policy does not let it be paused so. */
export interface NotPaused {
  readonly policyKey: string;
  readonly refusal: PauseRefusal;
}

/**
 * Pauses the running clocks of a record until a moment, for what somebody said of it; returns those that go on, with
 * what forbids their pause.
 */
export async function pauseClocks(
  tx: Tx,
  recordId: string,
  until: Date,
  why: { readonly reason: string | null; readonly note: string | null } = { reason: null, note: null },
): Promise<NotPaused[]> {
  const now = tx.time.now();
  const refused: NotPaused[] = [];
  const [rules, rows] = await Promise.all([timeRulesOf(tx), lockOpenClocks(tx, [recordId])]);
  await Promise.all(
    rows.map(async (row) => {
      const clock = clockOf(row);
      const policy = policyOf(tx, row.policyKey);
      // Whether the record may rest again is the chapter's to judge, for all its clocks at once.
      const standing = { pauses: row.pauses, decides: true };
      const refusal = pauseRefusal(policyHere(policy, rules) ?? policy, clock, { at: now, until }, standing);
      if (refusal) refused.push({ policyKey: row.policyKey, refusal });
      else
        await saveClock(tx, row, pause(clock, now, until), {
          pauses: row.pauses + 1,
          pauseReason: why.reason,
          pauseNote: why.note,
        });
    }),
  );
  return refused;
}

/** Lets the paused clocks of a record, or of many, run on now with what was left of their limits; returns how many. */
export async function resumeClocks(tx: Tx, recordIds: string | readonly string[]): Promise<number> {
  const rows = (await lockOpenClocks(tx, listed(recordIds))).filter((row) => row.state === 'paused');
  if (rows.length === 0) return 0;
  const calendar = await calendarOf(tx);
  const resumed = rows.map((row) => ({ row, clock: resume(clockOf(row), tx.time.now(), calendar) }));
  await saveClocks(
    tx,
    resumed.map(({ row, clock }) => ({ row, clock, more: { why: explanationOf(clock, calendar) } })),
  );
  return rows.length;
}

/** Hands the open clocks of records over to another owner; they run on. */
export async function moveClocks(tx: Tx, recordIds: string | readonly string[], ownerId: string | null): Promise<void> {
  const rows = await lockOpenClocks(tx, listed(recordIds));
  await saveClocks(
    tx,
    rows.map((row) => ({ row, clock: clockOf(row), more: { ownerId } })),
  );
}
