import { getCalendar } from '@dealtrail/protocol/calendar';
import { listClockPolicies } from '@dealtrail/protocol/clocks';
import { useOperation } from '../../kernel/client/index.ts';

/** How often a page asks again while clocks are being counted anew. */
const WHILE_RECOUNTING_MS = 3_000;

/** Every time limit as it holds here. */
export function usePolicies() {
  const found = useOperation(listClockPolicies, {});
  const recounting = found.data?.items.some(({ replanning }) => replanning) ?? false;
  useOperation(listClockPolicies, {}, { enabled: recounting, every: WHILE_RECOUNTING_MS });
  return found;
}

/** A year of the work calendar. */
export function useCalendar(year: number | undefined) {
  const input = { query: year === undefined ? {} : { year: String(year) as unknown as number } };
  const found = useOperation(getCalendar, input, { keep: true });
  useOperation(getCalendar, input, { enabled: found.data?.replanning ?? false, every: WHILE_RECOUNTING_MS });
  return found;
}
