import type { Why } from '@dealtrail/protocol/kernel';
import type { RowOf, Tx } from '../../kernel/db/index.ts';

/** What is told when somebody is given opportunities; one message, however many. */
export interface HandedOverData {
  readonly ownerId: string;
  readonly by: string;
  readonly reason: string;
  readonly name: string;
  readonly count: number;
}

/** Tells the new owner of opportunities that they were handed over. */
export function tellHandedOver(
  tx: Tx,
  deals: readonly { readonly id: string; readonly name: string }[],
  ownerId: string,
  said: { readonly by: string; readonly reason: string },
): void {
  const [first] = deals;
  if (!first) return;
  const data: HandedOverData = { ownerId, by: said.by, reason: said.reason, name: first.name, count: deals.length };
  tx.publish({ type: 'opportunities.handed_over', recordId: first.id, data: { ...data } });
}

/** Says on each opportunity, and to who looks at it, whose it is now. */
export function tellOwners(tx: Tx, deals: readonly RowOf<'opportunities'>[], text: Why): void {
  for (const { id, version, ownerId } of deals)
    tx.publish({ type: 'opportunities.assigned', recordId: id, recordVersion: version, data: { ownerId }, text });
}
