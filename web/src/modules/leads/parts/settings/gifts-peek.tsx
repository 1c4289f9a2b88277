import { listGifts, type FairnessShare, type Gift } from '@dealtrail/protocol/leads';
import { useOperation } from '../../../../kernel/client/index.ts';
import { Link } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Moment } from '../../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { Peek } from '../../../../kit/peek/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import type { Days } from '../../last-quarter.ts';
import { useLeadWords } from '../words.ts';
import '../pools/pools.css';

function Line({ gift }: { readonly gift: Gift }) {
  const word = useLeadWords();
  const { leadId, leadName, number, givenAt, refused, ownerName } = gift;
  return (
    <li>
      <span>
        {leadName === null ? (
          <span className="k-t2">{word('pools.moves.hidden', { number })}</span>
        ) : (
          <Link to={`/leads/${leadId}`}>{leadName}</Link>
        )}{' '}
        {refused && <StateTag tone="soon">{word('leads.fairness.refusedOne')}</StateTag>}
      </span>
      <span className="k-s13 k-t2">
        <Facts>
          <Moment key="at" at={givenAt} />
          {ownerName ? word('leads.trial.heldBy', { name: ownerName }) : null}
        </Facts>
      </span>
    </li>
  );
}

interface GiftsPeekProps {
  readonly ruleId: string;
  readonly person: FairnessShare;
  readonly days: Days;
  readonly onClose: () => void;
}

/** The leads a person got by a rule. */
export function GiftsPeek({ ruleId, person, days, onClose }: GiftsPeekProps) {
  const word = useLeadWords();
  const { from, to } = days;
  const found = useOperation(listGifts, { query: { from, to, ruleId, memberId: person.memberId } });
  return (
    <Peek title={word('leads.fairness.leadsOf', { name: person.name })} onClose={onClose}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <ul className="pool-moves">
          {found.data.items.map((gift) => (
            <Line key={`${gift.leadId} ${gift.givenAt}`} gift={gift} />
          ))}
        </ul>
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
    </Peek>
  );
}
