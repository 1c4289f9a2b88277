import type { ClockView } from '@dealtrail/protocol/clocks';
import type { ReactNode } from 'react';

/** The states a record can take with a follow-up, in the words of its own chapter. */
export interface TargetStates {
  readonly now: string;
  readonly moves: readonly { readonly to: string; readonly backward: boolean }[];
  readonly word: (state: string) => string;
  /** What an effective contact usually makes of it; chosen until the person says otherwise. */
  readonly proposed?: string | undefined;
}

/** What a follow-up is written on. */
export interface FollowUpTarget {
  readonly recordId: string;
  readonly title: string;
  /** Person and number under the name. */
  readonly note?: ReactNode;
  /** Whom it is spoken to, and of which company; templates name them. */
  readonly contact?: { readonly name: string | null; readonly title: string | null } | undefined;
  readonly company?: string | null | undefined;
  readonly clocks: readonly ClockView[];
  /** Absent where a follow-up moves no state. */
  readonly states?: TargetStates | undefined;
}

/** Clocks that still count; the most urgent first, as the server sends them. */
export function openClocks(clocks: readonly ClockView[]): readonly ClockView[] {
  return clocks.filter((clock) => clock.stoppedAt === null && clock.state !== 'cancelled');
}

/** Whether a time limit has passed and nobody has said why. */
export function owesReason(clock: ClockView, now: number): boolean {
  return (
    clock.stoppedAt === null &&
    clock.lateReason === null &&
    (clock.state === 'overdue' || (clock.state !== 'paused' && Date.parse(clock.dueAt) < now))
  );
}
