import { overdue } from '@dealtrail/protocol/insights';
import { useOperation } from '../../kernel/client/index.ts';

const MINUTE_MS = 60_000;

/** The kinds of record that time limits and tasks hang on. */
const WORKED_ON = ['lead', 'customer', 'opportunity'];

/** How many of the member's time limits are passed: follows what happens, and the clock by asking once a minute. */
export function useOverdue(): number {
  return useOperation(overdue, {}, { every: MINUTE_MS, live: WORKED_ON }).data?.overdue ?? 0;
}
