import * as protocol from '@dealtrail/protocol/customers';
import { logReveal, reaches } from '../../../kernel/access/index.ts';
import { isMasked } from '../../../kernel/access/rules/mask.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { normalizeEmail, normalizePhone } from '../../../kernel/search/rules/phone.ts';
import { presentContact } from '../present.ts';
import { insertContact, lockForChange } from '../store/customer-store.ts';
import { contactsTable } from '../tables.ts';

/** Adds a person to a customer. */
export const addContact = handle(protocol.addContact, async ({ actor, tx, input }) => {
  const customer = await lockForChange(tx, actor, input.id, 'customers.update');
  if (input.phone && !normalizePhone(input.phone))
    throw problem('phone_invalid', { fields: [{ path: 'phone', code: 'phone_invalid', message: 'phone' }] });
  if (input.email && (!normalizeEmail(input.email) || isMasked(input.email)))
    throw problem('email_invalid', { fields: [{ path: 'email', code: 'email_invalid', message: 'email' }] });
  const contactId = await insertContact(tx, customer.id, {
    name: input.name,
    title: input.title ?? null,
    phone: input.phone ?? null,
    email: input.email ?? null,
    wechat: input.wechat ?? null,
  });
  const contact = await tx.lock(contactsTable, { id: contactId });
  if (!contact) throw new Error('a contact just made is gone');
  tx.publish({
    type: 'customers.contact_added',
    recordId: customer.id,
    data: { contactId },
    text: { key: 'customers.event.contact_added', params: { name: input.name, by: actor.name } },
  });
  return presentContact(contact);
});

/** Shows phone and e-mail in full for a call or a copy, and logs it. */
export const revealContact = handle(protocol.revealContact, async ({ actor, tx, input }) => {
  const customer = await lockForChange(tx, actor, input.id, 'customers.read');
  if (!reaches(actor, 'customers.reveal', customer)) throw problem('not_allowed');
  const contact = await tx.lock(contactsTable, { id: input.contactId, customerId: customer.id });
  if (!contact) throw problem('not_found');
  const count = await logReveal(tx, actor, {
    recordId: customer.id,
    ownerId: customer.ownerId,
    purpose: input.purpose,
    reason: input.reason,
  });
  return { phone: contact.phone, email: contact.email, ...count };
});
