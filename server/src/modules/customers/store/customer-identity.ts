import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { Identity } from '../../../kernel/house/module.ts';
import { replaceContactPoints, replaceMatchKeys } from '../../../kernel/records/records.ts';
import { type IdentityKey, keysOf, matchKeysOf, type Party } from '../rules/identity/party.ts';
import { normalizeEmail, normalizePhone } from '../../../kernel/search/rules/phone.ts';

/** What of a customer is compared with others. */
export type CompanyIdentity = Pick<RowOf<'customers'>, 'name' | 'shortName' | 'formerNames' | 'creditCode' | 'website'>;

type Reachable = Pick<RowOf<'contacts'>, 'phone' | 'email' | 'wechat'>;

const sound = (texts: readonly (string | null)[], read: (text: string) => string | undefined): string[] =>
  texts.flatMap((text) => (text === null ? [] : (read(text) ?? [])));

/** A customer with its people as one party; what could not be read as number or address is left out. */
export function partyOf(customer: CompanyIdentity, contacts: readonly Reachable[] = []): Party {
  const { name, shortName, formerNames, creditCode, website } = customer;
  return {
    companyName: name,
    shortName,
    formerNames,
    creditCode,
    website,
    phones: sound(
      contacts.map(({ phone }) => phone),
      normalizePhone,
    ),
    emails: sound(
      contacts.map(({ email }) => email),
      normalizeEmail,
    ),
  };
}

/** Keys of the WeChat ids of a customer's people: a customer has several, a party one. */
const wechatKeys = (contacts: readonly Reachable[]): IdentityKey[] =>
  contacts.flatMap(({ wechat }) => keysOf({ wechat }));

/** What a customer is known by: its own facts and those of its people. */
function identityOf(customer: CompanyIdentity, contacts: readonly Reachable[]): Omit<Identity, 'id'> {
  const keys = keysOf(partyOf(customer, contacts));
  const points = keys.flatMap(({ kind, key }) =>
    kind === 'phone' || kind === 'email' ? [{ kind, normalized: key }] : [],
  );
  return { keys: [...matchKeysOf(keys), ...wechatKeys(contacts)], points };
}

/** Brings the keys and contact points of a customer in step with its row and its people. */
export async function saveCustomerIdentity(tx: Tx, id: string, customer: CompanyIdentity): Promise<void> {
  const contacts = await tx.many(sql<Reachable>`
    select phone, email, wechat from seen.contacts where org_id = ${tx.orgId}::uuid and customer_id = ${id}::uuid`);
  const { keys, points } = identityOf(customer, contacts);
  await replaceMatchKeys(tx, id, keys);
  await replaceContactPoints(tx, id, points);
}

/** Locks these customers and makes what they are known by. */
export async function customerIdentities(tx: Tx, ids: readonly string[]): Promise<Identity[]> {
  const customers = await tx.many(sql<CompanyIdentity & { id: string }>`
    select id, name, short_name, former_names, credit_code, website from app.customers
    where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
  const contacts = await tx.many(sql<Reachable & { customerId: string }>`
    select customer_id, phone, email, wechat from seen.contacts
    where org_id = ${tx.orgId}::uuid and customer_id = any(${[...ids]}::uuid[])`);
  const of = Map.groupBy(contacts, ({ customerId }) => customerId);
  return customers.map((customer) => ({ id: customer.id, ...identityOf(customer, of.get(customer.id) ?? []) }));
}
