import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { Facts } from '../../../kit/mark/index.ts';
import type { FollowUpTarget } from '../../activities/index.ts';

/** An opportunity as the follow-up form takes it. */
export function followUpTarget(opportunity: Opportunity): FollowUpTarget {
  const { id, name, customerName, number, clocks } = opportunity;
  return {
    recordId: id,
    title: name,
    note: (
      <Facts>
        {customerName !== name && <span key="customer">{customerName}</span>}
        <span key="number">{number}</span>
      </Facts>
    ),
    company: customerName,
    clocks,
  };
}
