import * as protocol from '@dealtrail/protocol/customers';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { presentCustomer } from '../present.ts';
import { contactsQuery, customerQuery } from '../store/customer-view.ts';

/** One customer with its contacts. */
export const getCustomer = handleRead(protocol.getCustomer, async ({ actor, read, input }) => {
  const [[customer], contacts] = await read.all([customerQuery(actor, input.id), contactsQuery(actor.orgId, input.id)]);
  if (!customer) throw problem('not_found');
  return presentCustomer(customer, contacts, actor);
});
