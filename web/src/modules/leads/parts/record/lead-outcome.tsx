import type { Lead } from '@dealtrail/protocol/leads';
import { Link } from '../../../../kernel/routing/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { Day, Money } from '../../../../kit/formats/index.ts';
import { FieldList } from '../../../../kit/record/index.ts';
import { useLeadWords } from '../words.ts';

/** What became of a lead: its customer and opportunity, and the signing once there is one. */
export function LeadOutcome({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  if (!lead.customerId && !lead.convertedOn) return null;
  return (
    <Card title={word('leads.part.outcome')}>
      <FieldList
        fields={[
          lead.customerId
            ? [
                word('leads.convert.customer'),
                <Link key="customer" to={`/customers/${lead.customerId}`}>
                  {lead.companyName ?? lead.title}
                </Link>,
              ]
            : null,
          lead.opportunityId
            ? [
                word('leads.convert.opportunity'),
                <Link key="opportunity" to={`/opportunities/${lead.opportunityId}`}>
                  {word('leads.openOpportunity')}
                </Link>,
              ]
            : null,
          lead.convertedOn ? [word('leads.field.convertedOn'), <Day key="day" day={lead.convertedOn} />] : null,
          lead.signedMinor === null
            ? null
            : [
                word('leads.field.signed'),
                <Money key="money" minor={lead.signedMinor} currency={lead.currency ?? 'CNY'} />,
              ],
          lead.contractNo ? [word('leads.field.contractNo'), lead.contractNo] : null,
          lead.cycleDays === null ? null : [word('leads.field.cycle'), word('leads.days', { days: lead.cycleDays })],
        ]}
      />
    </Card>
  );
}
