import { today } from '@dealtrail/protocol/insights';
import { useOperation } from '../../kernel/client/index.ts';

const MINUTE_MS = 60_000;

/** How many of the member's time limits are passed; asked once a minute while the page is seen. */
export function useOverdue(): number {
  return useOperation(today, {}, { every: MINUTE_MS }).data?.counts.overdue ?? 0;
}
