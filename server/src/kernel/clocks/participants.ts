import { sql } from 'kysely';
import { clocksTable } from '../db/kernel-tables.ts';
import type { Tx } from '../db/index.ts';
import type { Participant } from '../house/participant.ts';
import { calendarOf } from './organization-rules.ts';
import { pause, resume } from './rules/pause.ts';
import { explanationOf } from './rules/start.ts';
import { cancel } from './rules/stop.ts';
import { clockOf } from './store/clock-row.ts';
import { lockOpenClocks, saveClock } from './store/clock-store.ts';

/** Longer than anything lies in the bin: a suspended clock ends its pause when its record comes back, not before. */
const SUSPENDED_MS = 366 * 86_400_000;

/** Clocks of records in the bin stand still and are looked at by no sweep; returns those that ran, by record. */
async function suspend(tx: Tx, recordIds: readonly string[]) {
  const rows = await lockOpenClocks(tx, recordIds);
  const now = tx.time.now();
  const until = new Date(now.getTime() + SUSPENDED_MS);
  for (const row of rows) {
    const clock = clockOf(row);
    if (clock.paused) await tx.update(clocksTable, row, { nextStepAt: null });
    else await saveClock(tx, row, pause(clock, now, until), { nextStepAt: null });
  }
  const ran = Map.groupBy(
    rows.filter(({ pausedAt }) => pausedAt === null),
    ({ recordId }) => recordId,
  );
  return [...ran].map(([recordId, clocks]) => ({ recordId, note: clocks.map(({ id }) => id) }));
}

/** Lets suspended clocks run on with what was left of their limits; those a person paused stay paused. */
async function goOn(tx: Tx, recordIds: readonly string[], ran: ReadonlySet<string>): Promise<void> {
  const rows = await lockOpenClocks(tx, recordIds);
  if (rows.length === 0) return;
  const calendar = await calendarOf(tx);
  for (const row of rows) {
    const clock = clockOf(row);
    if (!ran.has(row.id)) await saveClock(tx, row, clock);
    else {
      const running = resume(clock, tx.time.now(), calendar);
      await saveClock(tx, row, running, { why: explanationOf(running, calendar) });
    }
  }
}

const listed = (note: unknown): string[] => (Array.isArray(note) ? (note as string[]) : []);

/** Clocks stand still while their record lies in the bin, and go over to the record it becomes part of. */
export const clockParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'clocks',
    preview: (rows, recordIds) =>
      rows.many(sql<{ recordId: string; key: string; count: number }>`
        select record_id, 'records.along.clocks' as key, count(*)::int as count from seen.clocks
        where org_id = ${rows.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[]) and stopped_at is null group by record_id`),
    move: (tx, heads) =>
      suspend(
        tx,
        heads.map(({ id }) => id),
      ),
    undo: (tx, noted) =>
      goOn(
        tx,
        noted.map(({ recordId }) => recordId),
        new Set(noted.flatMap(({ note }) => listed(note))),
      ),
    async purge(tx, heads) {
      await tx.run({
        text: `delete from app.clock_asks a using app.clocks c
          where a.org_id = $1 and c.org_id = $1 and c.id = a.clock_id and c.record_id = any($2::uuid[])`,
        values: [tx.orgId, heads.map(({ id }) => id)],
      });
      await tx.run({
        text: 'delete from app.clocks where org_id = $1 and record_id = any($2::uuid[])',
        values: [tx.orgId, heads.map(({ id }) => id)],
      });
    },
  },
  {
    kind: 'merge',
    name: 'clocks',
    // A record has one open clock of a policy: where the other has its own, that one counts.
    async move(tx, from, into) {
      const rows = await lockOpenClocks(tx, [from.id, into.id]);
      const taken = new Set(rows.filter((row) => row.recordId === into.id).map((row) => row.policyKey));
      const moved: string[] = [];
      const cancelled: string[] = [];
      for (const row of rows.filter(({ recordId }) => recordId === from.id)) {
        if (taken.has(row.policyKey)) {
          await saveClock(tx, row, cancel(clockOf(row), tx.time.now()));
          cancelled.push(row.id);
        } else {
          await tx.update(clocksTable, row, { recordId: into.id });
          moved.push(row.id);
        }
      }
      return { moved, cancelled };
    },
    async undo(tx, from, into, note) {
      const { moved, cancelled } = (note ?? {}) as { moved?: string[]; cancelled?: string[] };
      for (const row of await lockOpenClocks(tx, [into.id]))
        if (moved?.includes(row.id)) await tx.update(clocksTable, row, { recordId: from.id });
      for (const id of cancelled ?? []) {
        const row = await tx.lock(clocksTable, { id });
        if (row) await saveClock(tx, row, { ...clockOf(row), stopped: null });
      }
    },
  },
];
