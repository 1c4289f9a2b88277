import type { Tx } from '../../../kernel/db/index.ts';
import { MENTIONED } from '../events.ts';

/** Says that members were named by @ on a record; who may see it is told by the reaction. */
export function tellMentioned(tx: Tx, recordId: string, memberIds: readonly string[]): void {
  if (memberIds.length > 0) tx.publish({ type: MENTIONED, recordId, data: { memberIds: [...new Set(memberIds)] } });
}
