import type { Tx } from '../../db/index.ts';
import { forgetTimeRules, timeRulesOf } from '../organization-rules.ts';
import type { CalendarFacts } from '../rules/calendar-facts.ts';
import { clockReplansTable } from '../tables.ts';

/**
 * Orders that open clocks be counted anew under rules that this transaction changes: those of one policy, or all where
 * the calendar `was` another. The work itself is done in batches after the commit.
 */
export async function orderReplan(tx: Tx, policyKey: string | null, was: CalendarFacts): Promise<void> {
  const now = tx.time.now();
  await tx.insert(clockReplansTable, [
    {
      id: tx.time.newId(),
      policyKey,
      was,
      afterId: null,
      changed: 0,
      orderedBy: tx.origin.actorId,
      orderedAt: now,
      dueAt: now,
    },
  ]);
}

/** Changes the organisation's calendar: what ran under the old one is counted anew. Returns what `change` returns. */
export async function changeCalendar<Result>(tx: Tx, change: () => Promise<Result>): Promise<Result> {
  const { facts } = await timeRulesOf(tx);
  const result = await change();
  await orderReplan(tx, null, facts);
  forgetTimeRules(tx);
  return result;
}
