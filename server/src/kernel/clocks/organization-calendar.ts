import { sql } from 'kysely';
import { type DayKind, standardCalendar, type WorkCalendar } from '../calendar/index.ts';
import type { Tx } from '../db/index.ts';

// Days of an organisation change a few times a year; another node's edit is seen within a minute.
const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

interface Kept {
  readonly calendar: WorkCalendar;
  readonly facts: string;
  readonly readAt: number;
}

const kept = new Map<string, Kept>();

/** The calendar of the transaction's organisation: its zone, the Chinese holidays, its own days; at most a minute old. */
export async function calendarOf(tx: Tx): Promise<WorkCalendar> {
  const now = tx.time.now().getTime();
  const known = kept.get(tx.orgId);
  if (known && Math.abs(now - known.readAt) < KEPT_MS) return known.calendar;
  const { zone, days } = await tx.one(sql<{ zone: string; days: Record<string, DayKind> | null }>`
    select o.zone, (select jsonb_object_agg(d.day, d.kind order by d.day) from seen.calendar_days d where d.org_id = ${tx.orgId}::uuid) as days
    from seen.organizations o where o.id = ${tx.orgId}::uuid`);
  const facts = JSON.stringify([zone, days]);
  // The same value for the same days: a calendar value carries what was worked out on it before.
  const calendar =
    known?.facts === facts ? known.calendar : standardCalendar(new Map(Object.entries(days ?? {})), zone);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(tx.orgId, { calendar, facts, readAt: now });
  return calendar;
}

/** Forgets the calendar of an organisation whose days or zone were just changed. */
export function forgetCalendar(orgId: string): void {
  kept.delete(orgId);
}
