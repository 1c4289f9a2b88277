import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { momentIn } from '../../../kernel/clocks/rules/moment-in.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { DeliveredEvent } from '../../../kernel/events/delivered-event.ts';
import type { Reaction } from '../../../kernel/house/module.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { type RecycleAheadData, sayWhys } from '../events.ts';

function named(orgId: string, leadId: string) {
  return sql<{ title: string; zone: string; ownerId: string | null }>`
    select r.title, o.zone, r.owner_id from seen.records r join seen.organizations o on o.id = r.org_id
    where r.org_id = ${orgId}::uuid and r.id = ${leadId}::uuid and r.deleted_at is null`;
}

async function tellAhead(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const { ownerId, takesAt, rule } = event.data as unknown as RecycleAheadData;
  const lead = await tx.maybe(named(tx.orgId, event.recordId));
  if (!lead || lead.ownerId !== ownerId) return;
  await notify(tx, services, {
    eventId: event.id,
    memberIds: [ownerId],
    kind: 'leads.recycle_ahead',
    recordId: event.recordId,
    recordKind: 'lead',
    text: {
      key: 'leads.notice.recycle_ahead',
      params: { title: lead.title, until: momentIn(lead.zone, new Date(takesAt)), rule },
    },
  });
}

async function tellTaken(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const { formerOwnerId, pool, why } = event.data as unknown as {
    formerOwnerId: string | null;
    pool: string;
    why: readonly Why[];
  };
  const lead = await tx.maybe(named(tx.orgId, event.recordId));
  if (!lead || formerOwnerId === null) return;
  await notify(tx, services, {
    eventId: event.id,
    memberIds: [formerOwnerId],
    kind: 'leads.recycled',
    // The lead is out of the former owner's sight by now.
    recordId: null,
    recordKind: null,
    text: {
      key: 'leads.notice.recycled',
      params: { title: lead.title, pool, whyZh: sayWhys(why, 'zh'), whyEn: sayWhys(why, 'en') },
    },
  });
}

/** Reaction: an owner hears three days and one day before a rule takes a lead back, and when it did, by which rule. */
export const whenLeadRecycledTellOwner: Reaction = {
  name: 'leads.tell_owner_of_recycling',
  on: ['leads.recycle_ahead', 'leads.recycled'],
  run: ({ tx, event, services }) =>
    event.type === 'leads.recycled' ? tellTaken(tx, event, services) : tellAhead(tx, event, services),
};
