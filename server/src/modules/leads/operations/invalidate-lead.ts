import * as protocol from '@dealtrail/protocol/leads';
import { handle } from '../../../kernel/http/handle.ts';
import { tellMoved } from '../events.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { lockForChange, saveLead } from '../store/lead-store.ts';
import { showLead } from '../store/lead-view.ts';
import { endLeads } from './end-lead.ts';
import { refuseMove } from './refuse-move.ts';

/** Marks a lead as not a real opportunity; 联系不上 needs three attempts on two days. */
export const invalidateLead = handle(protocol.invalidateLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  refuseClosedLead(lead);
  const attempts = { count: lead.attempts, days: lead.attemptDays };
  refuseMove({ from: lead.state, to: 'invalid', by: 'person', reason: input.reason, attempts });
  const saved = await saveLead(tx, lead, {
    state: 'invalid',
    invalidReason: input.reason,
    invalidNote: input.note ?? null,
    pausedUntil: null,
    pauseReason: null,
    pauseNote: null,
  });
  await endLeads(tx, [lead.id]);
  tellMoved(tx, saved, lead.state, { by: actor.name, reason: input.note ?? '' });
  return showLead(tx, actor, saved.id);
});
