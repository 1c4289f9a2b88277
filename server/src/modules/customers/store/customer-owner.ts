import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockHeads, saveHeads } from '../../../kernel/records/records.ts';
import { handOverTasks } from '../../activities/index.ts';
import { customersTable } from '../tables.ts';

/** Whose a customer is. */
export interface CustomerOwner {
  readonly id: string | null;
  readonly departmentId: string | null;
}

/** A colleague who may look after customers. */
export type Keeper = CustomerOwner & { readonly id: string; readonly name: string };

/** Those of these members who may look after customers: active, and allowed to change them. */
export async function findKeepers(tx: Tx, memberIds: readonly string[]): Promise<Map<string, Keeper>> {
  const keepers = await tx.many(sql<Keeper>`
    select m.id, m.name, m.department_id from seen.members m
    where m.org_id = ${tx.orgId}::uuid and m.id = any(${[...memberIds]}::uuid[]) and m.active
      and exists(select 1 from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'customers.update')`);
  return new Map(keepers.map((keeper) => [keeper.id, keeper]));
}

/** The keeper with this id; `keeper_unavailable` where there is none. */
export function keeperAmong(keepers: ReadonlyMap<string, Keeper>, memberId: string): Keeper {
  const keeper = keepers.get(memberId);
  if (keeper) return keeper;
  throw problem('keeper_unavailable', {
    fields: [{ path: 'ownerId', code: 'keeper_unavailable', message: '这位同事现在不能负责客户' }],
  });
}

/** A colleague who may look after customers; `keeper_unavailable` where this one may not. */
export async function findKeeper(tx: Tx, memberId: string): Promise<Keeper> {
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
