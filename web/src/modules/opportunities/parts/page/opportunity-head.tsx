import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Link } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { Avatar, Facts, StateTag } from '../../../../kit/mark/index.ts';
import { ClockMarks } from '../clock-marks.tsx';
import { useBilingual, useOpportunityWords } from '../words.ts';

/** Above the name: where the opportunity belongs, its number, the process it runs on. */
export function Trail({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const say = useBilingual();
  const may = useMay();
  const { customerId, customerName, number, process } = opportunity;
  return (
    <Facts>
      <span key="customer">
        <Link to="/opportunities">{word('opportunities.title')}</Link> /{' '}
        {may('customers.read') ? <Link to={`/customers/${customerId}`}>{customerName}</Link> : customerName}
      </span>
      <span key="number">{number}</span>
      <span key="process">
        {say(process.name)} {word('opportunities.version', { version: process.version })}
      </span>
    </Facts>
  );
}

/** Beside the name: state, owner, running clocks. */
export function Marks({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { state, ownerName } = opportunity;
  return (
    <>
      <StateTag>{word(`opportunityState.${state}`)}</StateTag>
      {ownerName && (
        <span className="k-row">
          <Avatar name={ownerName} />
          <span className="k-s13">{ownerName}</span>
        </span>
      )}
      <ClockMarks opportunity={opportunity} />
    </>
  );
}
