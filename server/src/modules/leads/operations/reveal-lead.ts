import * as protocol from '@dealtrail/protocol/leads';
import { logReveal } from '../../../kernel/access/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { contactsToReveal } from '../store/reveal-query.ts';

/** Shows the contact data of a lead in full for a call or a copy, and logs it (R41). */
export const revealLead = handle(protocol.revealLead, async ({ actor, tx, input }) => {
  const lead = await contactsToReveal(tx, actor, input.id);
  const { purpose, reason } = input;
  const count = await logReveal(tx, actor, { recordId: lead.id, ownerId: lead.ownerId, purpose, reason });
  tx.publish({
    type: 'leads.revealed',
    recordId: lead.id,
    data: { purpose, usedToday: count.usedToday },
    text: { key: `leads.event.revealed_${purpose}`, params: { by: actor.name } },
  });
  // R41: beyond the free looks of a day the supervisor hears of it, once.
  if (count.usedToday === count.dailyLimit + 1) {
    tx.publish({
      type: 'leads.revealed_often',
      recordId: lead.id,
      data: { memberId: actor.memberId, name: actor.name, used: count.usedToday },
    });
  }
  const { phone, landline, email, wechat } = lead;
  return { phone, landline, email, wechat, ...count };
});
