import * as protocol from '@dealtrail/protocol/leads';
import { addDays, startOfLocalDay } from '../../../kernel/calendar/index.ts';
import { offeredReason, pauseClocks, resumeClocks } from '../../../kernel/clocks/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { LONGEST_PAUSE_DAYS } from '../clocks.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { supervises } from '../policy.ts';
import { lockForChange, saveLead } from '../store/lead-store.ts';
import { showLead } from '../store/lead-view.ts';

/** 暂缓: holds every reminder of a lead until a day, at most 30 days; the second time needs the supervisor (R22). */
export const pauseLead = handle(protocol.pauseLead, async ({ actor, tx, input, time }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  refuseClosedLead(lead);
  const { zone } = actor.organization;
  const today = time.today(zone);
  if (lead.pausedUntil !== null && lead.pausedUntil > today)
    throw problem('lead_paused_already', { params: { until: lead.pausedUntil } });
  if (input.until <= today) throw fieldProblem('until', 'until_not_ahead', '恢复日期要晚于今天');
  if (input.until > addDays(today, LONGEST_PAUSE_DAYS))
    throw problem('pause_too_long', { params: { days: LONGEST_PAUSE_DAYS } });
  if (lead.pauses > 0 && !supervises(actor, lead)) throw problem('pause_needs_supervisor');
  const { zh: reasonZh, en: reasonEn } = await offeredReason(tx, 'pause', input.reason);
  const note = input.note ?? null;
  const saved = await saveLead(tx, lead, {
    pausedUntil: input.until,
    pauseReason: input.reason,
    pauseNote: note,
    pauses: lead.pauses + 1,
  });
  await pauseClocks(tx, lead.id, startOfLocalDay(input.until, zone), { reason: input.reason, note });
  tx.publish({
    type: 'leads.paused',
    recordId: saved.id,
    recordVersion: saved.version,
    data: { until: input.until },
    text: {
      key: note === null ? 'leads.event.paused_for' : 'leads.event.paused_noted',
      params: { by: actor.name, until: input.until, reasonZh, reasonEn, note: note ?? '' },
    },
  });
  return showLead(tx, actor, saved.id);
});

/** Takes up a paused lead before its day. */
export const resumeLead = handle(protocol.resumeLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  if (lead.pausedUntil === null) throw problem('lead_not_paused');
  const saved = await saveLead(tx, lead, { pausedUntil: null, pauseReason: null, pauseNote: null });
  await resumeClocks(tx, lead.id);
  tx.publish({
    type: 'leads.resumed',
    recordId: saved.id,
    recordVersion: saved.version,
    text: { key: 'leads.event.resumed', params: { by: actor.name } },
  });
  return showLead(tx, actor, saved.id);
});
