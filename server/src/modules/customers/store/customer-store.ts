import { normalizeCreditCode } from '@dealtrail/protocol/quality';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { findMatches, insertHeads, insertMatchKeys, lockHeads, saveHeads } from '../../../kernel/records/records.ts';
import { normalizeEmail, normalizePhone } from '../../../kernel/search/rules/phone.ts';
import { normalizeCompanyName } from '../rules/company-name.ts';
import { keysOf, matchKeysOf } from '../rules/identity/party.ts';
import { contactsTable, customersTable } from '../tables.ts';
import { type CompanyIdentity, partyOf, saveCustomerIdentity } from './customer-identity.ts';

/** Facts of a company, as a person or a lead gives them. */
export interface CompanyFacts {
  readonly shortName?: string | null;
  readonly formerNames?: readonly string[];
  readonly creditCode?: string | null;
  readonly website?: string | null;
  readonly industry?: string | null;
  readonly region?: string | null;
  readonly province?: string | null;
  readonly city?: string | null;
}

/** A new customer with who answers for it. */
export interface NewCustomer extends CompanyFacts {
  readonly id?: string;
  readonly name: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  readonly today: string;
}

/** The customer of the same company name, now or formerly, whoever owns it; undefined when there is none. */
export async function findSameCompany(tx: Tx, name: string): Promise<string | undefined> {
  const { key } = normalizeCompanyName(name);
  if (key === '') return undefined;
  const matches = await findMatches(tx, [
    { kind: 'company', key },
    { kind: 'former', key },
  ]);
  if (matches.length === 0) return undefined;
  const customer = await tx.maybe(sql<{ id: string }>`
    select id from seen.customers where org_id = ${tx.orgId}::uuid and id = any(${matches.map((match) => match.recordId)}::uuid[]) order by created_at limit 1`);
  return customer?.id;
}

/**
 * Two people may take in the same company at the same moment: until the commit, the second waits here and then finds
 * what the first made.
 */
export async function holdCompanyName(tx: Tx, name: string): Promise<void> {
  const { key } = normalizeCompanyName(name);
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} company ${key}`],
    name: 'hold_company',
  });
}

/** Texts by which a customer is found beside its name and number. */
export function searchableOf(customer: Pick<CompanyFacts, 'city' | 'shortName' | 'formerNames'>): (string | null)[] {
  return [customer.city ?? null, customer.shortName ?? null, ...(customer.formerNames ?? [])];
}

/** The facts of a company by which it is compared, in the form they are kept in. */
function identityOf(customer: CompanyFacts & { readonly name: string }): CompanyIdentity {
  const { name, shortName, formerNames = [], creditCode, website } = customer;
  return {
    name,
    shortName: shortName ?? null,
    formerNames: [...formerNames],
    creditCode: creditCode ? (normalizeCreditCode(creditCode) ?? creditCode) : null,
    website: website ?? null,
  };
}

/** Inserts a customer with its head and match keys. */
export async function insertCustomer(tx: Tx, customer: NewCustomer): Promise<string> {
  const id = customer.id ?? tx.time.newId();
  const [number = ''] = await takeNumbers(tx, 'customer', customer.today, 1);
  await insertHeads(tx, [
    {
      id,
      kind: 'customer',
      number,
      title: customer.name,
      ownerId: customer.ownerId,
      departmentId: customer.departmentId,
      searchable: searchableOf(customer),
    },
  ]);
  const identity = identityOf(customer);
  await tx.insert(customersTable, [
    {
      id,
      ...identity,
      industry: customer.industry ?? null,
      region: customer.region ?? null,
      province: customer.province ?? null,
      city: customer.city ?? null,
      dealState: 'none',
      signings: 0,
      ownerId: customer.ownerId,
      departmentId: customer.departmentId,
      createdAt: tx.time.now(),
      updatedAt: tx.time.now(),
      version: 1,
    },
  ]);
  await insertMatchKeys(
    tx,
    matchKeysOf(keysOf(partyOf(identity))).map((key) => ({ ...key, recordId: id })),
  );
  return id;
}

/** Locks a customer the actor may change; 404 unseen, 403 seen but not theirs to change, 409 when it moved on. */
export async function lockForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: string,
  version?: number,
): Promise<RowOf<'customers'>> {
  const [customer, seen] = await Promise.all([
    tx.lock(customersTable, { id }),
    tx.maybe(sql<{ allowed: boolean }>`
      select ${visible(actor, permission, 'c')} as allowed from seen.customers c join seen.records r on r.org_id = c.org_id and r.id = c.id and r.deleted_at is null
      where c.org_id = ${tx.orgId}::uuid and c.id = ${id}::uuid and ${visible(actor, 'customers.read', 'c')}`),
  ]);
  if (!customer || !seen) throw problem('not_found');
  if (!seen.allowed) throw problem('not_allowed');
  if (version !== undefined && customer.version !== version) throw problem('stale_version');
  return customer;
}

const identifying = ['name', 'shortName', 'formerNames', 'creditCode', 'website', 'city'] as const;

/** A customer that was locked, and what changes of it. */
export interface CustomerChange {
  readonly customer: RowOf<'customers'>;
  readonly patch: CompanyFacts & { name?: string };
}

function planOf({ customer, patch }: CustomerChange) {
  const { formerNames, ...facts } = patch;
  const after = { ...customer, ...facts, formerNames: formerNames ?? customer.formerNames };
  const changed = { ...facts, ...(formerNames === undefined ? {} : { formerNames: [...formerNames] }) };
  const identity = identityOf(after);
  const code = facts.creditCode === undefined ? {} : { creditCode: identity.creditCode };
  return { customer, changed: { ...changed, ...code }, after, identity };
}

/**
 * Saves changed facts, of one or many; a new name also renames the head, and what tells the company apart renews its
 * keys. Returns the customers in order.
 */
export async function saveCustomers(tx: Tx, changes: readonly CustomerChange[]): Promise<RowOf<'customers'>[]> {
  const planned = changes.map(planOf);
  const updatedAt = tx.time.now();
  const saved = await tx.updateMany(
    customersTable,
    planned.map(({ customer, changed }) => ({ before: customer, patch: { ...changed, updatedAt } })),
  );
  const known = planned.filter((_, i) => identifying.some((name) => changes[i]?.patch[name] !== undefined));
  if (known.length === 0) return saved;
  const planFor = new Map(known.map((plan) => [plan.customer.id, plan]));
  const heads = await lockHeads(tx, [...planFor.keys()]);
  await saveHeads(
    tx,
    heads.map((head) => {
      const { identity, after } = planFor.get(head.id) as (typeof known)[number];
      return { head, patch: { title: identity.name, searchable: searchableOf(after) } };
    }),
  );
  for (const { customer, identity } of known) await saveCustomerIdentity(tx, customer.id, identity);
  return saved;
}

/** A person of a customer, with contact data as it was typed. */
export interface NewContact {
  readonly id?: string;
  readonly name: string;
  readonly title?: string | null;
  readonly phone?: string | null;
  readonly email?: string | null;
  readonly wechat?: string | null;
}

/** Inserts a contact; numbers and addresses are kept normalised where they can be and found by their last digits. */
export async function insertContact(tx: Tx, customerId: string, contact: NewContact): Promise<string> {
  const id = contact.id ?? tx.time.newId();
  const phone = contact.phone ? (normalizePhone(contact.phone) ?? null) : null;
  const email = contact.email ? (normalizeEmail(contact.email) ?? null) : null;
  await tx.insert(contactsTable, [
    {
      id,
      customerId,
      name: contact.name,
      title: contact.title ?? null,
      phone: phone ?? contact.phone ?? null,
      email: email ?? contact.email ?? null,
      wechat: contact.wechat ?? null,
      createdAt: tx.time.now(),
      version: 1,
    },
  ]);
  const customer = await tx.lock(customersTable, { id: customerId });
  if (!customer) throw new Error('a contact without its customer');
  await saveCustomerIdentity(tx, customerId, customer);
  return id;
}

/** Counts one more signing: 未成交 → 成交 → 多次成交 (R49). */
export async function countSigning(tx: Tx, customerId: string): Promise<void> {
  const customer = await tx.lock(customersTable, { id: customerId });
  if (!customer) throw new Error('a signing without its customer');
  const signings = customer.signings + 1;
  await tx.update(customersTable, customer, {
    signings,
    dealState: signings > 1 ? 'repeat' : 'won',
    updatedAt: tx.time.now(),
  });
}
