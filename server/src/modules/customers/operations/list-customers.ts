import * as protocol from '@dealtrail/protocol/customers';
import { handleRead } from '../../../kernel/http/handle.ts';
import { listQuery } from '../../../kernel/lists/index.ts';
import { abilities } from '../present.ts';
import { customerList } from '../store/customer-list.ts';

/** Customers the member may see, each with what they may do with it. */
export const listCustomers = handleRead(protocol.listCustomers, async (context) => {
  const page = await listQuery(context, customerList, context.input);
  return { ...page, items: page.items.map((row) => ({ ...row, abilities: abilities(context.actor, row) })) };
});
