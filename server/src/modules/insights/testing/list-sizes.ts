import { listLeads } from '@dealtrail/protocol/leads';
import { listOpportunities } from '@dealtrail/protocol/opportunities';
import type { Caller } from '../../../testing/test-house.ts';

/** How many records a caller finds behind a drill. */
export async function behind(caller: Caller, list: 'leads' | 'opportunities', drill: string): Promise<number> {
  const operation = list === 'leads' ? listLeads : listOpportunities;
  const { status, body } = await caller.call(operation, { query: { filter: drill, total: 'exact', limit: 0 } });
  if (status !== 200) throw new Error(`${list} answered ${status}: ${JSON.stringify(body)}`);
  if (!body.total) throw new Error(`${list} told no total`);
  return body.total.count;
}
