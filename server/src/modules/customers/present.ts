import type * as protocol from '@dealtrail/protocol/customers';
import { type Actor, maskEmail, maskPhone, may, type Owned, reaches } from '../../kernel/access/index.ts';
import type { RowOf } from '../../kernel/db/index.ts';

/** A person of a customer as anybody sees them: contact data masked. */
export function presentContact(contact: RowOf<'contacts'>): protocol.Contact {
  return {
    id: contact.id,
    customerId: contact.customerId,
    name: contact.name,
    title: contact.title,
    phone: contact.phone && maskPhone(contact.phone),
    email: contact.email && maskEmail(contact.email),
    wechat: contact.wechat && maskPhone(contact.wechat),
    version: contact.version,
  };
}

/** What a customer row is shown with. */
export type CustomerFacts = RowOf<'customers'> & {
  number: string;
  ownerName: string | null;
  openOpportunities: number;
};

/** What this member may do with a customer. */
export function abilities(actor: Actor, customer: Owned): protocol.Customer['abilities'] {
  return {
    update: reaches(actor, 'customers.update', customer),
    reveal: may(actor, 'customers.reveal') && reaches(actor, 'customers.reveal', customer),
  };
}

/** A customer with its people and what the reader may do with it. */
export function presentCustomer(
  customer: CustomerFacts,
  contacts: readonly RowOf<'contacts'>[],
  actor: Actor,
  duplicates: readonly protocol.DuplicateHit[] = [],
): protocol.Customer {
  return {
    id: customer.id,
    number: customer.number,
    name: customer.name,
    shortName: customer.shortName,
    formerNames: customer.formerNames,
    creditCode: customer.creditCode,
    website: customer.website,
    industry: customer.industry,
    region: customer.region,
    province: customer.province,
    city: customer.city,
    dealState: customer.dealState,
    ownerId: customer.ownerId,
    ownerName: customer.ownerName,
    departmentId: customer.departmentId,
    openOpportunities: customer.openOpportunities,
    createdAt: customer.createdAt.toISOString(),
    version: customer.version,
    contacts: contacts.map(presentContact),
    duplicates: [...duplicates],
    abilities: abilities(actor, customer),
  };
}
