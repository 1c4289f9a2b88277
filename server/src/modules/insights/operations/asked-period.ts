import type { Input, Operation } from '@dealtrail/protocol/kernel';
import type { ReadContext } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { isTooLong, type Period, periodOf } from '../rules/period.ts';

/** What figures are counted from: who asks what, and where they read. */
export type Asked<O extends Operation> = Omit<ReadContext<Operation>, 'input'> & { readonly input: Input<O> };

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
