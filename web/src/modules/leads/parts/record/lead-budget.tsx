import type { Lead } from '@dealtrail/protocol/leads';
import { Day, Money } from '../../../../kit/formats/index.ts';
import { useLeadWords } from '../words.ts';

/** Budget and when they want to buy. */
export function LeadBudget({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <>
      {lead.budgetMinor === null ? '—' : <Money minor={lead.budgetMinor} currency={lead.currency ?? 'CNY'} />}
      {lead.expectedPurchaseOn && (
        <span className="k-t3">
          <Day day={lead.expectedPurchaseOn} /> {word('leads.purchase')}
        </span>
      )}
    </>
  );
}
