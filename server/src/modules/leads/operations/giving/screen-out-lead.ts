import * as protocol from '@dealtrail/protocol/leads';
import { stopClocks } from '../../../../kernel/clocks/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { LEAD_SCREENED } from '../../clocks.ts';
import { tellMoved } from '../../events.ts';
import { lockForChange, saveLead } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';
import { endLeads } from '../end-lead.ts';
import { refuseMove } from '../refuse-move.ts';
import { refuseUnscreened } from './pass-on-lead.ts';

/** Finds a lead in screening to be nothing; 联系不上 needs its attempts here too. */
export const screenOutLead = handle(protocol.screenOutLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.screen');
  refuseUnscreened(lead);
  const attempts = { count: lead.attempts, days: lead.attemptDays };
  refuseMove({ from: lead.state, to: 'invalid', by: 'person', reason: input.reason, attempts });
  await stopClocks(tx, { recordId: lead.id, event: LEAD_SCREENED, at: tx.time.now() });
  const saved = await saveLead(tx, lead, {
    state: 'invalid',
    invalidReason: input.reason,
    invalidNote: input.note ?? null,
  });
  await endLeads(tx, [lead.id]);
  tellMoved(tx, saved, lead.state, { by: actor.name, reason: input.note ?? '' });
  return showLead(tx, actor, saved.id);
});
