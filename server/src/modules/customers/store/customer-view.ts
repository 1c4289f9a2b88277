import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import type { CustomerFacts } from '../present.ts';

/** Query for one customer the actor may see. */
export function customerQuery(actor: Actor, id: string) {
  return sql<CustomerFacts>`
    select c.*, r.number, m.name as owner_name, (
      select count(*)::int from seen.opportunities o where o.org_id = c.org_id and o.customer_id = c.id and o.state = 'open'
    ) as open_opportunities
    from seen.customers c
    join seen.records r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
    left join seen.members m on m.org_id = c.org_id and m.id = c.owner_id
    where c.org_id = ${actor.orgId}::uuid and c.id = ${id}::uuid and ${visible(actor, 'customers.read', 'c')}`;
}

/** Query for the people of a customer, in the order they were added. */
export function contactsQuery(orgId: string, customerId: string) {
  return sql<RowOf<'contacts'>>`
    select * from seen.contacts where org_id = ${orgId}::uuid and customer_id = ${customerId}::uuid order by created_at, id limit 200`;
}

/** Whom to name when a company is taken already: owner and department, nothing else. */
export async function holderOf(
  tx: Tx,
  customerId: string,
): Promise<{ ownerName: string | null; departmentName: string | null }> {
  return tx.one(sql<{ ownerName: string | null; departmentName: string | null }>`
    select m.name as owner_name, d.name as department_name from seen.customers c
    left join seen.members m on m.org_id = c.org_id and m.id = c.owner_id
    left join seen.departments d on d.org_id = c.org_id and d.id = c.department_id
    where c.org_id = ${tx.orgId}::uuid and c.id = ${customerId}::uuid`);
}

/** Texts customers are found by beside name and number: their city. */
export async function searchableTexts(
  rows: RowSource,
  ids: readonly string[],
): Promise<{ id: string; texts: (string | null)[] }[]> {
  const found = await rows.many(sql<{ id: string; city: string | null }>`
    select id, city from seen.customers where org_id = ${rows.orgId}::uuid and id = any(${[...ids]}::uuid[])`);
  return found.map(({ id, city }) => ({ id, texts: [city] }));
}
