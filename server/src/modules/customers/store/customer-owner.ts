import { sql } from 'kysely';
import { recordsTable } from '../../../kernel/db/kernel-tables.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { saveHead } from '../../../kernel/records/records.ts';
import { handOverTasks } from '../../activities/index.ts';
import { customersTable } from '../tables.ts';

/** Whose a customer is. */
export interface CustomerOwner {
  readonly id: string | null;
  readonly departmentId: string | null;
}

/** A colleague who may look after customers: active, and allowed to change them. */
export async function findKeeper(tx: Tx, memberId: string): Promise<CustomerOwner & { id: string; name: string }> {
  const keeper = await tx.maybe(sql<{ id: string; name: string; departmentId: string | null }>`
    select m.id, m.name, m.department_id from seen.members m
    where m.org_id = ${tx.orgId}::uuid and m.id = ${memberId}::uuid and m.active
      and exists(select 1 from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? 'customers.update')`);
  if (!keeper) {
    throw problem('keeper_unavailable', {
      fields: [{ path: 'ownerId', code: 'keeper_unavailable', message: '这位同事现在不能负责客户' }],
    });
  }
  return keeper;
}

/** Gives a locked customer to somebody, its open tasks too; its opportunities stay with those who work on them. */
export async function saveOwner(
  tx: Tx,
  customer: RowOf<'customers'>,
  { id: ownerId, departmentId }: CustomerOwner,
): Promise<RowOf<'customers'>> {
  const head = await tx.lock(recordsTable, { id: customer.id });
  if (!head) throw new Error('a customer without a head');
  await saveHead(tx, head, { ownerId, departmentId });
  if (ownerId !== null) await handOverTasks(tx, customer.id, ownerId);
  return tx.update(customersTable, customer, { ownerId, departmentId, updatedAt: tx.time.now() });
}
