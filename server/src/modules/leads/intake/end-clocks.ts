import { cancelClocks, overdueClocks, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';

/**
 * Ends clocks of a lead that nobody will satisfy any more: those still in time are cancelled, those that ran over stop
 * as breached by `event`, which must be one their policies stop at.
 */
export async function endClocks(tx: Tx, leadId: string, policyKeys: readonly string[], event: string): Promise<void> {
  const now = tx.time.now();
  const overdue = (await tx.many(overdueClocks(tx.orgId, leadId, now))).map(({ policyKey }) => policyKey);
  const inTime = policyKeys.filter((key) => !overdue.includes(key));
  await cancelClocks(tx, leadId, inTime);
  if (overdue.length > 0) await stopClocks(tx, { recordId: leadId, event, at: now });
}
