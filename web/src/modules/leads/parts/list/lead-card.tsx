import type { LeadRow } from '@dealtrail/protocol/leads';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { useLeadWords, useSourceName } from '../words.ts';
import { Intent, LeadClock, Priority } from './lead-columns.tsx';

/** What a card on the phone shows of a lead under its name. */
export function LeadCard({ lead }: { readonly lead: LeadRow }) {
  const word = useLeadWords();
  const sourceName = useSourceName();
  return (
    <>
      <div className="k-row k-wrap">
        <LeadClock lead={lead} />
        <StateTag>{word(`leadState.${lead.state}`)}</StateTag>
        <span className="k-grow" />
        <Intent of={lead.intent} />
        <Priority of={lead.priority} />
      </div>
      <p className="k-s13 k-t2">
        <Facts>
          {lead.contactName}
          {lead.phone}
          {sourceName(lead.source)}
          {lead.ownerName}
        </Facts>
      </p>
    </>
  );
}
