import type { Lead } from '@dealtrail/protocol/leads';
import { Moment } from '../../../../kit/formats/index.ts';
import { Day } from '../../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { useLeadWords } from '../words.ts';

/** State and flags of a lead beside its name. */
export function LeadMarks({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <>
      <StateTag tone={lead.state === 'invalid' ? 'filled' : 'outline'}>{word(`leadState.${lead.state}`)}</StateTag>
      {lead.poolId && <StateTag tone="accent">{word('pools.title')}</StateTag>}
      {lead.convertedOn && <StateTag tone="accent">{word('leads.converted')}</StateTag>}
      {!lead.complete && <StateTag>{word('leads.incomplete')}</StateTag>}
      {lead.pausedUntil && (
        <StateTag tone="paused">
          {word('leads.pausedUntil')} <Day day={lead.pausedUntil} />
        </StateTag>
      )}
    </>
  );
}

/** Number, when it came and who has it, in one quiet line. */
export function LeadFacts({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <Facts>
      {lead.number}
      <span key="created">
        {word('leads.created')} <Moment at={lead.createdAt} />
      </span>
      {lead.ownerName ? word('leads.ownedBy', { name: lead.ownerName }) : word('leads.nobody')}
    </Facts>
  );
}
