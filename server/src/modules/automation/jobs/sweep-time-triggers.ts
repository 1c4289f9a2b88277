import type { TimeTrigger } from '@dealtrail/protocol/automation';
import { calendarOf } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { consider } from '../run/consider.ts';
import { organizationOf, systemActor } from '../run/system-actor.ts';
import { nextMoment } from '../rules/next-moment.ts';
import { type AutomationRow, claimDueAutomation, runningQuery, saveNext } from '../store/automation-store.ts';
import { dueRecords, subjectQuery } from '../store/subject-query.ts';

const DAY_MS = 86_400_000;
/** Records one transaction acts on; the rest waits for the next pass. */
const BATCH = 50;

/** When an automation that was used up to here acted last for the same record to be left alone. */
function keptOutSince({ againAfterDays }: TimeTrigger, moment: Date): Date | null {
  // Half a day less, so that "after a day" means the same hour of the next day whenever the sweep came by.
  return againAfterDays === null ? null : new Date(moment.getTime() - (againAfterDays - 0.5) * DAY_MS);
}

/** Acts on the next records that fit. True when more may be waiting for this occasion. */
async function actOnDue(tx: Tx, services: Services, automation: AutomationRow, moment: Date): Promise<boolean> {
  const { trigger, kind, conditions, id } = automation;
  const list = services.registry.bulkKinds.get(kind)?.list;
  if (!list || trigger.on !== 'time') return false;
  const organization = await organizationOf(tx);
  const actor = systemActor(services, tx.orgId, organization, automation);
  const key = moment.toISOString();
  const occasion = { automationId: id, key, since: keptOutSince(trigger, moment) };
  const ids = await dueRecords(tx, actor, list, conditions, occasion, BATCH);
  const round = { tx, services, organization };
  for (const recordId of ids) {
    const subject = await tx.maybe(subjectQuery(tx.orgId, recordId));
    const looking = { occasion: key, event: null, chain: [], fits: true };
    if (subject && !(await consider(round, automation, subject, looking))) return false;
  }
  return ids.length === BATCH;
}

/** Sets automations going whose time came; each belongs to one node at a time, and meets each record once. */
export const sweepTimeTriggers: Sweep = {
  name: 'automation.times',
  due: 'sweep.automations_due',
  everySeconds: 60,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'automation.run', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const automation = await claimDueAutomation(tx);
      if (!automation?.nextAt || automation.trigger.on !== 'time') return false;
      const { running } = await tx.one(runningQuery(orgId));
      const more = running && (await actOnDue(tx, services, automation, automation.nextAt));
      if (!more) await saveNext(tx, automation.id, nextMoment(automation.trigger, tx.time.now(), await calendarOf(tx)));
      return true;
    });
  },
};
