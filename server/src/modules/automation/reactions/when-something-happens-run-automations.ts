import type { DeliveredEvent } from '../../../kernel/events/delivered-event.ts';
import type { Reaction } from '../../../kernel/house/module.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { consider } from '../run/consider.ts';
import { organizationOf } from '../run/system-actor.ts';
import { isNarrowedTo, triggerEvents, triggersOf } from '../rules/triggers.ts';
import { type AutomationRow, automationsOnQuery, wantedEventsQuery } from '../store/automation-store.ts';
import { subjectQuery } from '../store/subject-query.ts';

function concerned({ registry }: Services, event: DeliveredEvent, all: readonly AutomationRow[], kind: string) {
  const trigger = triggersOf(registry.policies).find((one) => one.event === event.type);
  return all.filter(
    (one) => one.kind === kind && one.trigger.on === 'event' && isNarrowedTo(trigger, one.trigger.of, event.data),
  );
}

async function run(tx: Tx, services: Services, event: DeliveredEvent): Promise<void> {
  const all = await tx.many(automationsOnQuery(tx.orgId, event.type));
  const head = all.length > 0 ? await tx.maybe(subjectQuery(tx.orgId, event.recordId)) : undefined;
  if (!head) return;
  const round = { tx, services, organization: await organizationOf(tx) };
  const looking = { occasion: event.id, event: event.type, chain: event.cause.chain ?? [] };
  for (const automation of concerned(services, event, all, head.kind)) {
    // The one before may have changed whose the record is, or whether it is there.
    const subject = await tx.maybe(subjectQuery(tx.orgId, head.id));
    if (subject) await consider(round, automation, subject, looking);
  }
}

/** Reaction: an event sets the automations of its organisation going that wait for it, each once for each event. */
export const whenSomethingHappensRunAutomations: Reaction = {
  name: 'automation.run',
  on: triggerEvents,
  wanted: async (tx) => new Set((await tx.many(wantedEventsQuery(tx.orgId))).map(({ event }) => event)),
  run: ({ tx, event, services }) => run(tx, services, event),
};
