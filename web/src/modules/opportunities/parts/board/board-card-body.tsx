import type { OpportunityRow } from '@dealtrail/protocol/opportunities';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { Day, Money } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useNow } from '../../../../kit/provider/index.ts';
import { useClockName } from '../../../activities/index.ts';
import { dayOfStay } from '../../rules/stage-days.ts';
import { useOpportunityWords } from '../words.ts';

interface BoardCardBodyProps {
  readonly row: OpportunityRow;
  /** Names the owner: where cards of several people stand together. */
  readonly withOwner: boolean;
}

/** What a card shows under the customer: which deal, the next clock, how long it has been in its stage. */
export function BoardCardBody({ row, withOwner }: BoardCardBodyProps) {
  const word = useOpportunityWords();
  const nameOf = useClockName();
  const now = useNow();
  if (row.state !== 'open')
    return (
      <>
        <div className="k-s13 k-t3 k-clip">{row.name}</div>
        <Money minor={row.signedMinor ?? row.amountMinor} currency={row.currency} />
        {withOwner && row.ownerName && <div className="k-s12 k-t2">{row.ownerName}</div>}
        <div className="k-s12">
          {row.signedOn ? (
            <span className="k-t3">
              <Day day={row.signedOn} /> {word('opportunities.ended.signedOn')}
            </span>
          ) : (
            <StateTag>{word(`opportunityState.${row.state}`)}</StateTag>
          )}
        </div>
      </>
    );
  return (
    <>
      <div className="k-row k-s13 k-t3">
        <span className="k-grow k-clip">{row.name}</span>
        {withOwner && <span className="k-nowrap">{row.ownerName}</span>}
      </div>
      <div className="k-board-card-foot">
        {row.clock && <ClockChip clock={row.clock} label={nameOf(row.clock.policyKey)} short />}
        <span className="k-grow" />
        <span className="k-t3 k-nowrap">{word('opportunities.day', { day: dayOfStay(row.stageEnteredAt, now) })}</span>
      </div>
    </>
  );
}
