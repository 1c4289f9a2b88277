import { sql } from 'kysely';

/** SQL condition on a clocks row `c`: it runs or is paused. */
export const isOpen = sql<boolean>`c.stopped_at is null`;

/** SQL condition on a clocks row `c`: moved, and not done by the due moment it had first. */
export function isMovedPast(now: Date) {
  return sql<boolean>`c.first_due_at < coalesce(c.stopped_at, ${now}::timestamptz) and c.state <> 'cancelled'`;
}

/** SQL condition on a clocks row `c`: past its due moment, and not put off; done since or not. */
export function isMissed(now: Date) {
  return sql<boolean>`c.state in ('running', 'breached') and c.due_at < ${now}::timestamptz`;
}
