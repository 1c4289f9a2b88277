import type { Why } from '@dealtrail/protocol/kernel';
import { why } from './why.ts';

/** Something that happened on an opportunity; only the first three kinds are real movement. */
export interface Movement {
  readonly kind:
    | 'effective_contact'
    | 'customer_evidence'
    | 'stage_forward'
    | 'attempt'
    | 'internal_task'
    | 'stage_backward'
    | 'edit';
  readonly at: Date;
}

const realKinds = ['effective_contact', 'customer_evidence', 'stage_forward'] as const;
const dayLength = 86_400_000;

/** R69: still for two weeks; per stage and process another limit may hold. */
const defaultStagnationDays = 14;

export interface Stagnation {
  /** Whole days since the last real movement, waiting for the customer (等待客户) not counted. */
  readonly days: number;
  readonly stalled: boolean;
  readonly lastMovementAt: Date;
  readonly why: readonly Why[];
}

/**
 * Whether an opportunity stands still (停滞): no effective contact, no evidence from the customer and no stage forward for
 * longer than the limit. Internal tasks, attempts, edits and steps back do not count.
 */
export function judgeStagnation(
  history: {
    readonly openedAt: Date;
    readonly movements: readonly Movement[];
    /** Agreed waits with their first moment and their end. */
    readonly waits?: readonly { readonly from: Date; readonly until: Date }[];
    readonly limitDays?: number;
  },
  now: Date,
): Stagnation {
  const limit = history.limitDays ?? defaultStagnationDays;
  const last = lastRealMovement(history.movements, history.openedAt, now);
  const waited = (history.waits ?? []).reduce((sum, wait) => sum + overlap(wait, last.at, now), 0);
  const still = Math.max(0, now.getTime() - last.at.getTime() - waited);
  const days = Math.floor(still / dayLength);
  const stalled = still > limit * dayLength;
  const waits = (history.waits ?? []).some((wait) => wait.from <= now && now < wait.until);
  const reasons = [why(`opportunities.why.still.${last.kind}`, { days, limit })];
  if (waits) reasons.push(why('opportunities.why.still.waiting'));
  return { days, stalled, lastMovementAt: last.at, why: reasons };
}

type RealKind = (typeof realKinds)[number];

function lastRealMovement(
  movements: readonly Movement[],
  openedAt: Date,
  now: Date,
): { kind: RealKind | 'opened'; at: Date } {
  let last: { kind: RealKind | 'opened'; at: Date } = { kind: 'opened', at: openedAt };
  for (const { kind, at } of movements) {
    const real = realKinds.find((candidate) => candidate === kind);
    if (real !== undefined && at > last.at && at <= now) last = { kind: real, at };
  }
  return last;
}

function overlap(wait: { readonly from: Date; readonly until: Date }, from: Date, until: Date): number {
  return Math.max(0, Math.min(wait.until.getTime(), until.getTime()) - Math.max(wait.from.getTime(), from.getTime()));
}
