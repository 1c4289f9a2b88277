import type { Clock } from '../kit/clock/index.ts';

/** The moment of the reference pictures: Wednesday 2026-03-18, 10:12 in Shanghai. */
export const NOW = Date.parse('2026-03-18T10:12:00+08:00');

/** An instant of that week, written in local time. */
export const at = (local: string): string => new Date(`2026-${local}:00+08:00`).toISOString();

/** A running clock due at a local moment. */
export const due = (local: string, change: Partial<Clock> = {}): Clock => ({
  state: 'running',
  dueAt: at(local),
  ...change,
});
