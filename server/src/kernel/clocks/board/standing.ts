import { sql } from 'kysely';

/** SQL condition on a clocks row `c`: it runs or is paused. */
export const isOpen = sql<boolean>`c.stopped_at is null`;

/** SQL condition on a clocks row `c`: past its due moment, and not put off; done since or not. */
export function isMissed(now: Date) {
  return sql<boolean>`c.state in ('running', 'breached') and c.due_at < ${now}::timestamptz`;
}
