import type { RowOf, Tx } from '../../kernel/db/index.ts';
import {
  findSameCompany,
  holdCompanyName,
  insertContact,
  insertCustomer,
  type NewContact,
  type NewCustomer,
} from './store/customer-store.ts';

export { findPlace } from './rules/chinese-places.ts';
export { normalizeCompanyName } from './rules/company-name.ts';
/** One matcher for leads and customers: keys, candidates, verdicts and what may be told of them. */
export * as duplicates from './duplicates/index.ts';
export { customerBriefsQuery } from './store/customer-brief.ts';
export {
  countSigning,
  type NewContact,
  type NewCustomer,
} from './store/customer-store.ts';

export { customerTriggers } from './triggers.ts';

/** The customer of that company, made when there is none; two at once end with one customer. */
export async function findOrCreate(tx: Tx, customer: NewCustomer): Promise<{ id: string; created: boolean }> {
  await holdCompanyName(tx, customer.name);
  const same = await findSameCompany(tx, customer.name);
  if (same !== undefined) return { id: same, created: false };
  return { id: await insertCustomer(tx, customer), created: true };
}

/** The person of a customer by number, address or name, made when there is none. */
export async function findOrAddContact(tx: Tx, customerId: string, contact: NewContact): Promise<string> {
  const found = await tx.run({
    text: `select id from app.contacts where org_id = $1 and customer_id = $2
      and ((phone is not null and phone = $3) or (email is not null and email = $4) or (name = $5 and $3::text is null and $4::text is null)) limit 1`,
    values: [tx.orgId, customerId, contact.phone ?? null, contact.email ?? null, contact.name],
  });
  return (found.rows[0] as { id: string } | undefined)?.id ?? insertContact(tx, customerId, contact);
}

/** Row of a customer as later chapters read it. */
export type CustomerRow = RowOf<'customers'>;
