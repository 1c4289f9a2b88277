import type { PoolMove, PoolStatistics, PoolTraffic } from '@dealtrail/protocol/leads';
import { Link } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Moment } from '../../../../kit/formats/index.ts';
import { Facts } from '../../../../kit/mark/index.ts';
import { Peek } from '../../../../kit/peek/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { usePoolMoves } from '../../pool-queries.ts';
import { useLeadWords } from '../words.ts';

function Move({ move }: { readonly move: PoolMove }) {
  const word = useLeadWords();
  const { leadId, leadName, number, how, fromName, toName, movedAt } = move;
  const fromTo = [fromName, toName].filter(Boolean).join(' → ');
  return (
    <li>
      {leadName === null ? (
        <span className="k-t2">{word('pools.moves.hidden', { number })}</span>
      ) : (
        <Link to={`/leads/${leadId}`}>{leadName}</Link>
      )}
      <span className="k-s13 k-t2">
        <Facts>
          {word(`moveHow.${how}`)}
          {fromTo || null}
          <Moment key="at" at={movedAt} />
        </Facts>
      </span>
    </li>
  );
}

interface MovesPeekProps {
  readonly pool: PoolStatistics;
  readonly what: PoolTraffic;
  readonly days: { readonly from: string; readonly to: string };
  readonly onClose: () => void;
}

/** The moves behind a number of the statistics; a lead out of sight is told by its number alone. */
export function MovesPeek({ pool, what, days, onClose }: MovesPeekProps) {
  const word = useLeadWords();
  const found = usePoolMoves(pool.poolId, what, days);
  return (
    <Peek title={word('pools.moves.title', { pool: pool.name, what: word(`pools.traffic.${what}`) })} onClose={onClose}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ul className="pool-moves">
          {found.data.items.map((move) => (
            <Move key={move.id} move={move} />
          ))}
        </ul>
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
    </Peek>
  );
}
