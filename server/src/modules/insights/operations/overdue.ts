import * as protocol from '@dealtrail/protocol/insights';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { overdueQuery } from '../store/day-query.ts';

/** What the member is late with, as one number: every page of everybody shows it. */
export const overdue = handleRead(protocol.overdue, async ({ actor, read, time, services }) => {
  const counted = await read.maybe(overdueQuery(actor, services.registry, time.now()));
  if (!counted) throw problem('unavailable');
  return counted;
});
