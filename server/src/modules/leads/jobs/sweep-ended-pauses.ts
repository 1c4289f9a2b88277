import { resumeClocks } from '../../../kernel/clocks/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import { saveLead } from '../store/lead-store.ts';
import { claimEndedPauses, RESUME_BATCH } from '../store/pause-store.ts';

/** Takes paused leads up again on their day (R22); their clocks run on with what was left. */
export const sweepEndedPauses: Sweep = {
  name: 'leads.resume_paused',
  due: 'sweep.leads_paused',
  everySeconds: 60,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'leads.resume_paused', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const leads = await claimEndedPauses(tx);
      for (const lead of leads) {
        const saved = await saveLead(tx, lead, { pausedUntil: null, pauseReason: null, pauseNote: null });
        await resumeClocks(tx, lead.id);
        tx.publish({
          type: 'leads.resumed',
          recordId: saved.id,
          recordVersion: saved.version,
          rule: 'leads.pause_ended',
          text: { key: 'leads.event.pause_ended', params: { until: lead.pausedUntil ?? '' } },
        });
      }
      return leads.length === RESUME_BATCH;
    });
  },
};
