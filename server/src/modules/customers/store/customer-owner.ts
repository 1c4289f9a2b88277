import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockHeads, saveHeads } from '../../../kernel/records/records.ts';
import { handOverTasks } from '../../activities/index.ts';
import { type Colleague, colleaguesWho } from '../../organization/index.ts';
import { customersTable } from '../tables.ts';

/** Whose a customer is. */
export interface CustomerOwner {
  readonly id: string | null;
  readonly departmentId: string | null;
}

/** Those of these members who may look after customers. */
export function findKeepers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Colleague>> {
  return colleaguesWho(tx, memberIds, 'customers.update');
}

/** The keeper with this id; `keeper_unavailable` where there is none. */
export function keeperAmong(keepers: ReadonlyMap<string, Colleague>, memberId: string): Colleague {
  const keeper = keepers.get(memberId);
  if (keeper) return keeper;
  throw problem('keeper_unavailable', {
    fields: [{ path: 'ownerId', code: 'keeper_unavailable', message: '这位同事现在不能负责客户' }],
  });
}

/** A colleague who may look after customers; `keeper_unavailable` where this one may not. */
export async function findKeeper(tx: Tx, memberId: string): Promise<Colleague> {
  return keeperAmong(await findKeepers(tx, [memberId]), memberId);
}

/** A customer that was locked, and whose it is to be. */
export interface CustomerHandOver {
  readonly customer: RowOf<'customers'>;
  readonly owner: CustomerOwner;
}

/** Gives locked customers to somebody, their open tasks too; their opportunities stay with those who work on them. */
export async function saveOwners(tx: Tx, changes: readonly CustomerHandOver[]): Promise<RowOf<'customers'>[]> {
  const ownerOf = new Map(changes.map(({ customer, owner }) => [customer.id, owner]));
  const patchOf = ({ id: ownerId, departmentId }: CustomerOwner) => ({ ownerId, departmentId });
  const heads = await lockHeads(tx, [...ownerOf.keys()]);
  await saveHeads(
    tx,
    heads.map((head) => ({ head, patch: patchOf(ownerOf.get(head.id) as CustomerOwner) })),
  );
  for (const [ownerId, mine] of Map.groupBy(changes, ({ owner }) => owner.id)) {
    if (ownerId === null) continue;
    await handOverTasks(
      tx,
      mine.map(({ customer }) => customer.id),
      ownerId,
    );
  }
  return tx.updateMany(
    customersTable,
    changes.map(({ customer, owner }) => ({
      before: customer,
      patch: { ...patchOf(owner), updatedAt: tx.time.now() },
    })),
  );
}
