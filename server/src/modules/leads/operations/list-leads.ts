import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../kernel/http/handle.ts';
import { listQuery } from '../../../kernel/lists/index.ts';
import { presentListed } from '../present.ts';
import { leadList } from '../store/lead-list.ts';

/** Leads the member may see; contact data masked, each with what they may do with it. */
export const listLeads = handleRead(protocol.listLeads, async (context) => {
  const page = await listQuery(context, leadList, context.input);
  return { ...page, items: page.items.map((lead) => presentListed(lead, context.actor)) };
});
