import type { Clock } from './clock.ts';
import type { EscalateTo } from '@dealtrail/protocol/clocks';
import { DUE_STEP, RESUME_STEP, WARN_STEP } from './policy.ts';

/** One thing the sweep has to do for a clock. */
export interface ClockStep {
  /** Remembered in `doneSteps`; unique within the clock. */
  readonly key: string;
  readonly kind: 'warn' | 'due' | 'escalate' | 'resume';
  readonly at: Date;
  readonly to: EscalateTo;
  /** Whether it goes out by mail too. */
  readonly mail: boolean;
  /** A warning that would be sent when the clock is already due: mark it done, tell nobody. */
  readonly superseded: boolean;
}

function openSteps(clock: Clock): Omit<ClockStep, 'superseded'>[] {
  if (clock.stopped) return [];
  if (clock.paused) return [{ key: RESUME_STEP, kind: 'resume', at: clock.paused.until, to: 'owner', mail: false }];
  const steps: Omit<ClockStep, 'superseded'>[] = [
    { key: WARN_STEP, kind: 'warn', at: clock.warnAt, to: 'owner', mail: true },
    { key: DUE_STEP, kind: 'due', at: clock.dueAt, to: 'owner', mail: false },
    ...clock.escalations.map(({ key, at, to, mail }) => ({ key, kind: 'escalate' as const, at, to, mail })),
  ];
  const done = new Set(clock.doneSteps);
  return steps.filter(({ key }) => !done.has(key)).toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** The next moment the sweep must look at this clock; `now` when it should have looked before, null for never again. */
export function nextStep(clock: Clock, now: Date): Date | null {
  const first = openSteps(clock)[0];
  if (!first) return null;
  return first.at < now ? now : first.at;
}

/**
 * What must be done for this clock now, in order of time. `resume` stands alone: after it (at the moment the step
 * names, not at `now`) ask again. Each other step is returned until `markDone` remembers it.
 */
export function dueSteps(clock: Clock, now: Date): ClockStep[] {
  return openSteps(clock)
    .filter(({ at }) => at <= now)
    .map((step) => ({ ...step, superseded: step.kind === 'warn' && clock.dueAt <= now }));
}

/** The clock with these steps remembered as taken. */
export function markDone(clock: Clock, keys: readonly string[]): Clock {
  return { ...clock, doneSteps: [...new Set([...clock.doneSteps, ...keys])] };
}
