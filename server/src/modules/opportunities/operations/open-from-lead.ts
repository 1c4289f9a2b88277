import * as protocol from '@dealtrail/protocol/opportunities';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { linkRecords, moveOpenTasks } from '../../activities/index.ts';
import { findOrAddContact, findOrCreate } from '../../customers/index.ts';
import { lockForConversion, markQualified, nameOfLead } from '../../leads/index.ts';
import { conversionPreview } from '../store/conversion-preview.ts';
import { showOpportunity } from '../store/opportunity-view.ts';
import { openOpportunity } from './create-opportunity.ts';

/** Shows what a conversion would make and carry over; changes nothing. */
export const previewFromLead = handleRead(protocol.previewFromLead, async ({ actor, read, input }) =>
  conversionPreview(read, actor, input.leadId),
);

/**
 * Turns a lead into customer, contact and opportunity in one transaction. Follow-ups, events and files stay where they
 * were written and show on all of them; open tasks move to the opportunity; the lead's clocks end with it.
 */
export const openFromLead = handle(protocol.openFromLead, async ({ actor, tx, input, time }) => {
  const lead = await lockForConversion(tx, actor, input.leadId);
  const name = nameOfLead(lead);
  if (name === null) throw problem('lead_nameless');
  const today = time.today(actor.organization.zone);
  const owner = { ownerId: lead.ownerId, departmentId: lead.departmentId };
  const facts = { industry: lead.industry, region: lead.region, province: lead.province, city: lead.city };
  const { id: customerId } = await findOrCreate(tx, { name, ...facts, ...owner, today });
  const contactId = lead.contactName
    ? await findOrAddContact(tx, customerId, {
        name: lead.contactName,
        title: lead.contactTitle,
        phone: lead.phone,
        email: lead.email,
        wechat: lead.wechat,
      })
    : null;
  await linkRecords(tx, lead.id, customerId, 'converted');
  const opportunityId =
    input.withOpportunity === false
      ? null
      : await openOpportunity(
          tx,
          {
            name: input.opportunityName ?? name,
            customerId,
            customerName: name,
            leadId: lead.id,
            amountMinor: input.amountMinor === undefined ? lead.budgetMinor : input.amountMinor,
            currency: input.currency ?? lead.currency,
            expectedCloseOn: input.expectedCloseOn === undefined ? lead.expectedPurchaseOn : input.expectedCloseOn,
            needSummary: lead.need,
            source: lead.source,
            industry: lead.industry,
            region: lead.region,
            ...owner,
            today,
          },
          actor,
        );
  if (opportunityId) {
    await linkRecords(tx, lead.id, opportunityId, 'converted');
    await moveOpenTasks(tx, lead.id, opportunityId);
  }
  await markQualified(tx, lead, { customerId, opportunityId });
  return {
    customerId,
    contactId,
    opportunity: opportunityId ? await showOpportunity(tx, actor, opportunityId, time) : null,
  };
});
