import type { LeadPool } from '@dealtrail/protocol/leads';
import { Facts } from '../../../../kit/mark/index.ts';
import { useLeadWords } from '../words.ts';

/** What a member may still take from a pool, and what comes with it. */
export function PoolStanding({ pool }: { readonly pool: LeadPool }) {
  const word = useLeadWords();
  const { dailyLimit, claimedToday, holdLimit, holding, protectionDays, formerOwnerDays } = pool;
  if (!pool.mayClaim) return <p className="pool-standing k-s13 k-t3">{word('pools.lookOnly')}</p>;
  const today =
    dailyLimit === null
      ? word('pools.today.free', { count: claimedToday })
      : word('pools.today', { left: Math.max(0, dailyLimit - claimedToday), limit: dailyLimit });
  const held =
    holdLimit === null
      ? word('pools.holding.free', { count: holding })
      : word('pools.holding', { count: holding, limit: holdLimit });
  return (
    <p className="pool-standing k-s13 k-t2">
      <Facts>
        <b key="today">{today}</b>
        {held}
        {protectionDays > 0 && <span className="k-t3">{word('pools.protected', { days: protectionDays })}</span>}
        {formerOwnerDays > 0 && <span className="k-t3">{word('pools.former', { days: formerOwnerDays })}</span>}
      </Facts>
    </p>
  );
}
