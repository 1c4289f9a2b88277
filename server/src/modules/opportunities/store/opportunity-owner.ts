import { moveClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockHeads, saveHeads } from '../../../kernel/records/records.ts';
import { handOverTasks } from '../../activities/index.ts';
import { type Colleague, colleaguesWho } from '../../organization/index.ts';
import { saveOpportunities } from './opportunity-store.ts';

/** Those of these members who may work on opportunities. */
export function findSellers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Colleague>> {
  return colleaguesWho(tx, memberIds, 'opportunities.update');
}

/** The seller with this id; `seller_unavailable` where there is none. */
export function sellerAmong(sellers: ReadonlyMap<string, Colleague>, memberId: string): Colleague {
  const seller = sellers.get(memberId);
  if (seller) return seller;
  throw problem('seller_unavailable', { fields: [{ path: 'ownerId', code: 'seller_unavailable', message: '' }] });
}

/** An opportunity that was locked, and whose it is to be. */
export interface OpportunityHandOver {
  readonly opportunity: RowOf<'opportunities'>;
  readonly owner: Pick<Colleague, 'id' | 'departmentId'>;
}

/** Gives locked opportunities to somebody: open tasks and clocks go along and run on. */
export async function saveOwners(tx: Tx, changes: readonly OpportunityHandOver[]): Promise<RowOf<'opportunities'>[]> {
  const patches = new Map(
    changes.map(({ opportunity, owner }) => [opportunity.id, { ownerId: owner.id, departmentId: owner.departmentId }]),
  );
  const heads = await lockHeads(tx, [...patches.keys()]);
  await saveHeads(
    tx,
    heads.map((head) => ({ head, patch: patches.get(head.id) ?? {} })),
  );
  for (const [ownerId, mine] of Map.groupBy(changes, ({ owner }) => owner.id)) {
    const ids = mine.map(({ opportunity }) => opportunity.id);
    await handOverTasks(tx, ids, ownerId);
    await moveClocks(tx, ids, ownerId);
  }
  return saveOpportunities(
    tx,
    changes.map(({ opportunity }) => ({ opportunity, patch: patches.get(opportunity.id) ?? {} })),
  );
}
