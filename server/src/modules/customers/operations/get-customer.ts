import * as protocol from '@dealtrail/protocol/customers';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { findHits } from '../duplicates/find-hits.ts';
import { presentHit } from '../duplicates/tell-duplicates.ts';
import { presentCustomer } from '../present.ts';
import { partyOf } from '../store/customer-identity.ts';
import { contactsQuery, customerQuery } from '../store/customer-view.ts';

/** One customer with its contacts, and the records in sight that may be the same. */
export const getCustomer = handleRead(protocol.getCustomer, async ({ actor, read, input }) => {
  const [[customer], contacts] = await read.all([customerQuery(actor, input.id), contactsQuery(actor.orgId, input.id)]);
  if (!customer) throw problem('not_found');
  const hits = await findHits(read, actor, partyOf(customer, contacts), customer.id);
  // A lead that became this customer is no duplicate of it; the page shows it elsewhere.
  const seen = hits.filter((hit) => hit.visible && hit.recordKind === 'customer').map((hit) => presentHit(hit, null));
  return presentCustomer(customer, contacts, actor, seen);
});
