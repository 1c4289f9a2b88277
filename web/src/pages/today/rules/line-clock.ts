import type { ClockView } from '@dealtrail/protocol/clocks';
import type { WorkItem } from '@dealtrail/protocol/insights';

/** What a chip needs of a time limit. */
export type ChipClock = Pick<ClockView, 'state' | 'dueAt' | 'warnAt' | 'pausedUntil'>;

/**
 * The time limit of a line for its chip: its clock, or for a task the moment it is due. Where the task is due before the
 * clock it belongs to, the earlier moment counts.
 */
export function chipClock({
  clock,
  dueAt,
  section,
}: Pick<WorkItem, 'clock' | 'dueAt' | 'section'>):
  | (Omit<ChipClock, 'warnAt'> & { readonly warnAt: string | null })
  | undefined {
  if (clock && (clock.dueAt === dueAt || section === 'paused')) return clock;
  if (dueAt === null) return undefined;
  return {
    state: section === 'paused' ? 'paused' : 'running',
    dueAt,
    warnAt: null,
    pausedUntil: clock?.pausedUntil ?? null,
  };
}

/** Whether the line's time limit has passed and nobody has said why. */
export function owesReason({ clock }: Pick<WorkItem, 'clock'>, now: number): boolean {
  return clock !== null && clock.state !== 'paused' && clock.lateReason === null && Date.parse(clock.dueAt) < now;
}
