import { leadsZh } from '@dealtrail/protocol/leads/messages';
import { momentIn } from '../../../kernel/clocks/rules/moment-in.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { DeliveredEvent } from '../../../kernel/events/delivered-event.ts';
import type { Reaction } from '../../../kernel/house/module.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { type AssignedData, type AssignedManyData, sayWhys } from '../events.ts';
import { type AssignmentFacts, assignmentQuery } from '../store/assignment-view.ts';
import { readSources, sourceName } from '../store/source-store.ts';

async function mailParams(tx: Tx, lead: AssignmentFacts): Promise<Record<string, string>> {
  const source =
    lead.source === null ? '' : lead.sourceListed ? sourceName(await readSources(tx), lead.source) : lead.source;
  return {
    companyName: lead.title,
    leadNumber: lead.number,
    task: leadsZh['leads.task.first_touch'].replace('{title}', lead.title),
    contactName: lead.contactName ?? '',
    source,
    intent: lead.intentLabel,
    priority: leadsZh[`priority.${lead.priority}`],
    need: (lead.need ?? '').slice(0, 500),
    reason: sayWhys(lead.assignedWhy, 'zh'),
    ...(lead.dueAt ? { dueAt: lead.dueAt.toISOString() } : {}),
  };
}

async function tellOwner(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const { ownerId, how } = event.data as unknown as AssignedData;
  const lead = await tx.maybe(assignmentQuery(tx.orgId, event.recordId));
  if (!lead || lead.ownerId !== ownerId) return;
  const due = lead.dueAt ? momentIn(lead.zone, lead.dueAt) : '';
  await notify(tx, services, {
    eventId: event.id,
    memberIds: [ownerId],
    kind: 'leads.assigned',
    recordId: event.recordId,
    recordKind: 'lead',
    text: {
      key: how === 'fallback' ? 'leads.notice.assigned_fallback' : 'leads.notice.assigned',
      params: {
        title: lead.title,
        number: lead.number,
        due,
        whyZh: sayWhys(lead.assignedWhy, 'zh'),
        whyEn: sayWhys(lead.assignedWhy, 'en'),
      },
    },
    mail: { kind: 'lead_assigned', params: await mailParams(tx, lead) },
  });
}

async function tellOwnerOfBatch(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const { ownerId, count, firstDueAt, fallback } = event.data as unknown as AssignedManyData;
  const lead = await tx.maybe(assignmentQuery(tx.orgId, event.recordId));
  if (!lead) return;
  const task = `首次跟进 ${count} 条新线索`;
  await notify(tx, services, {
    eventId: event.id,
    memberIds: [ownerId],
    kind: 'leads.assigned',
    recordId: event.recordId,
    recordKind: 'lead',
    text: {
      key: fallback ? 'leads.notice.assigned_many_fallback' : 'leads.notice.assigned_many',
      params: { count, title: lead.title, due: momentIn(lead.zone, new Date(firstDueAt)) },
    },
    mail: {
      kind: 'lead_assigned',
      params: { companyName: `${lead.title} 等 ${count} 条`, leadNumber: lead.number, task, dueAt: firstDueAt },
    },
  });
}

/** Reaction: whoever is given a lead hears of it at once, in the product and by mail, with the first touch's due moment (R18). */
export const whenLeadAssignedTellOwner: Reaction = {
  name: 'leads.tell_owner',
  on: ['leads.assigned', 'leads.assigned_many'],
  // Who keeps an own find or claims a lead needs no message, and a file is told of as a whole.
  concerns: ({ batch, how }) => batch !== true && how !== 'own_find' && how !== 'claim',
  run: ({ tx, event, services }) =>
    event.type === 'leads.assigned' ? tellOwner(tx, event, services) : tellOwnerOfBatch(tx, event, services),
};
