import { clocksTable } from '../../../kernel/db/kernel-tables.ts';
import type { Tx } from '../../../kernel/db/index.ts';

/** Keeps why these clocks ran over; a reason somebody gave before stays. */
export async function explainClocks(tx: Tx, clockIds: readonly string[], reason: string): Promise<void> {
  for (const id of clockIds.toSorted()) {
    const clock = await tx.lock(clocksTable, { id });
    if (clock && clock.lateReason === null) await tx.update(clocksTable, clock, { lateReason: reason });
  }
}
