import { type PoolStatistics as Traffic, PoolTraffic } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { Link, useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { dayAfter, dayOf, formatCount, formatPercent } from '../../../kit/formats/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { MovesPeek } from '../parts/pools/moves-peek.tsx';
import { useLeadWords } from '../parts/words.ts';
import { usePoolStatistics } from '../pool-queries.ts';
import '../parts/leads.css';
import '../parts/pools/pools.css';

const lengths = ['7', '30', '90', '365'] as const;

/** A number of the table and the pool it stands for. */
interface Asked {
  readonly pool: Traffic;
  readonly what: PoolTraffic;
}

interface TableProps {
  readonly pools: readonly Traffic[];
  readonly onAsk: (asked: Asked) => void;
}

function TrafficTable({ pools, onAsk }: TableProps) {
  const word = useLeadWords();
  const { language } = useKit();
  const heads = ['leads', ...PoolTraffic.options] as const;
  return (
    <div className="pool-traffic-scroll">
      <table className="pool-traffic">
        <thead>
          <tr>
            <th scope="col">{word('pools.traffic.pool')}</th>
            {heads.map((head) => (
              <th key={head} scope="col" className="k-number">
                {word(`pools.traffic.${head}`)}
              </th>
            ))}
            <th scope="col" className="k-number">
              {word('pools.traffic.rate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pools.map((pool) => (
            <tr key={pool.poolId}>
              <th scope="row">{pool.name}</th>
              <td className="k-number">
                <Link to={`/pools?pool=${pool.poolId}`}>{formatCount(pool.leads, language)}</Link>
              </td>
              {PoolTraffic.options.map((what) => (
                <td key={what} className="k-number">
                  {pool[what] === 0 ? (
                    <span className="k-t3">0</span>
                  ) : (
                    <button
                      type="button"
                      className="lead-look"
                      aria-label={`${pool.name} ${word(`pools.traffic.${what}`)} ${pool[what]}`}
                      onClick={() => onAsk({ pool, what })}
                    >
                      {formatCount(pool[what], language)}
                    </button>
                  )}
                </td>
              ))}
              <td className="k-number">
                {pool.claimed === 0 ? '—' : formatPercent(pool.converted / pool.claimed, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What came into each pool, what left it, what was claimed and what became of that. */
export function PoolStatistics() {
  const word = useLeadWords();
  const { zone } = useKit();
  const [search, change] = useAddressSearch();
  const length = lengths.find((days) => days === search['days']) ?? '30';
  const to = dayOf(useNow(), zone);
  const days = { from: dayAfter(to, 1 - Number(length)), to };
  const found = usePoolStatistics(days);
  const [asked, setAsked] = useState<Asked>();
  return (
    <Page
      title={word('pools.statistics')}
      note={<Link to="/pools">{word('pools.title')}</Link>}
      actions={
        <Segmented
          label={word('pools.traffic.period')}
          value={length}
          onChange={(next) => change({ days: next === '30' ? undefined : next })}
          choices={lengths.map((value) => ({ value, word: word('pools.traffic.days', { count: value }) }))}
        />
      }
    >
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Card title={word('pools.traffic.days', { count: length })} flush>
          <TrafficTable pools={found.data.items} onAsk={setAsked} />
          <p className="pool-traffic-note k-s13 k-t2">{word('pools.traffic.note')}</p>
        </Card>
      ) : (
        <Skeleton shape="rows" count={4} />
      )}
      {asked && <MovesPeek pool={asked.pool} what={asked.what} days={days} onClose={() => setAsked(undefined)} />}
    </Page>
  );
}
