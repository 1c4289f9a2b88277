import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { RowOf } from '../../../kernel/db/index.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import type { CustomerFacts } from '../present.ts';
import { searchableOf } from './customer-store.ts';

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

/** Texts customers are found by beside name and number: city, short and former names. */
export async function searchableTexts(
  rows: RowSource,
  ids: readonly string[],
): Promise<{ id: string; texts: (string | null)[] }[]> {
  const found = await rows.many(sql<Pick<RowOf<'customers'>, 'id' | 'city' | 'shortName' | 'formerNames'>>`
    select id, city, short_name, former_names from seen.customers where org_id = ${rows.orgId}::uuid and id = any(${[...ids]}::uuid[])`);
  return found.map((customer) => ({ id: customer.id, texts: searchableOf(customer) }));
}
