import type { OpportunityRow, ProcessStage } from '@dealtrail/protocol/opportunities';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { Day, Money } from '../../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { useClockName } from '../../../activities/index.ts';
import { useOpportunityWords, useStageName } from '../words.ts';
import '../opportunity.css';

interface OpportunityCardProps {
  readonly row: OpportunityRow;
  readonly stages: readonly ProcessStage[];
  /** Stands on the page of its customer, who need not be named. */
  readonly ofCustomer?: boolean;
}

/** An opportunity as a card shows it under its name: customer, amount, stage, expected close, the next clock. */
export function OpportunityCard({ row, stages, ofCustomer = false }: OpportunityCardProps) {
  const word = useOpportunityWords();
  const stageName = useStageName(stages);
  const nameOf = useClockName();
  return (
    <>
      {!ofCustomer && <div className="k-s13 k-t2">{row.customerName}</div>}
      <div className="opportunity-line">
        <Money minor={row.amountMinor} currency={row.currency} />
        <span className="k-t2">
          <Facts>
            <span key="stage">{stageName(row.stageKey)}</span>
            {row.expectedCloseOn && <Day key="day" day={row.expectedCloseOn} />}
          </Facts>
        </span>
        <span className="k-grow" />
        {row.state === 'open' ? (
          row.clock && <ClockChip clock={row.clock} label={nameOf(row.clock.policyKey)} short />
        ) : (
          <StateTag>{word(`opportunityState.${row.state}`)}</StateTag>
        )}
      </div>
    </>
  );
}
