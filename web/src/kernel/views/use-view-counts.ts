import type { Operation, Passed, Total } from '@dealtrail/protocol/kernel';
import type { View } from '@dealtrail/protocol/views';
import { useQueries } from '@tanstack/react-query';
import { formatCount } from '../../kit/formats/index.ts';
import { useKit } from '../../kit/provider/index.ts';
import { call } from '../client/index.ts';
import type { ListLook } from './use-list-look.ts';

/** Counts on tabs may lag behind by this much. */
const COUNT_FRESH_MS = 60_000;

/** Tabs that are counted; those behind them are seen after scrolling. */
const MOST_COUNTED = 8;

/** How many records each of the first views has; asked apart from the list, once that is there. */
export function useViewCounts(op: Operation, look: ListLook, listed: boolean): (view: View) => string | undefined {
  const { language } = useKit();
  const counted = look.views.filter((view) => !view.hidden && view.lost.length === 0).slice(0, MOST_COUNTED);
  const totals = useQueries({
    queries: counted.map(({ shape }) => {
      const query = { ...(shape.filter === null ? {} : { filter: shape.filter }), limit: 0, total: 'capped' };
      return {
        queryKey: [op.id, { query }, 'count'],
        queryFn: async ({ signal }: { signal: AbortSignal }) =>
          (await call(op, { query } as Passed<Operation>, { signal })) as { readonly total?: Total },
        staleTime: COUNT_FRESH_MS,
        enabled: listed,
      };
    }),
  });
  return ({ id }) => {
    const total = totals[counted.findIndex((view) => view.id === id)]?.data?.total;
    return total && `${formatCount(total.count, language)}${total.exact ? '' : '+'}`;
  };
}
