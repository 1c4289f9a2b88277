import { problem } from '../../../kernel/http/problem.ts';
import { isTooLong, type Period, periodOf } from '../rules/period.ts';

/** The period asked for. @throws 422 when it ends before it begins or is longer than three years. */
export function askedPeriod(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: string,
): Period {
  const period = periodOf(asked, today);
  if (period.from > period.to) throw problem('period_reversed');
  if (isTooLong(period)) throw problem('period_too_long');
  return period;
}
