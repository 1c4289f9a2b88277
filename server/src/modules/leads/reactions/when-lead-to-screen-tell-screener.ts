import { sql } from 'kysely';
import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import type { ToScreenData, ToScreenManyData } from '../events.ts';

/** Reaction: whoever is to screen a lead hears of it, of a file once (R23). */
export const whenLeadToScreenTellScreener: Reaction = {
  name: 'leads.tell_screener',
  on: ['leads.to_screen', 'leads.to_screen_many'],
  concerns: ({ batch }) => batch !== true,
  async run({ tx, event, services }) {
    const { screenerId, count } = event.data as unknown as ToScreenData & Partial<ToScreenManyData>;
    const lead = await tx.maybe(sql<{ title: string; number: string }>`
      select r.title, r.number from seen.leads l
      join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      where l.org_id = ${tx.orgId}::uuid and l.id = ${event.recordId}::uuid and l.owner_id = ${screenerId}::uuid`);
    if (!lead) return;
    const many = count !== undefined && count > 1;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [screenerId],
      kind: 'leads.to_screen',
      recordId: event.recordId,
      recordKind: 'lead',
      text: {
        key: many ? 'leads.notice.to_screen_many' : 'leads.notice.to_screen',
        params: { title: lead.title, number: lead.number, ...(many ? { count } : {}) },
      },
    });
  },
};
