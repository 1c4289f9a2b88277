import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';

/** Reaction: beyond the free looks at contact data of a day, the supervisor hears of it (R41). */
export const whenContactsRevealedOftenTellSupervisor: Reaction = {
  name: 'leads.tell_supervisor_of_reveals',
  on: ['leads.revealed_often'],
  async run({ tx, event, services }) {
    const { memberId, name, used } = event.data as unknown as { memberId: string; name: string; used: number };
    const supervisor = await services.registry.people.supervisorOf(tx, memberId);
    if (!supervisor) return;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [supervisor.id],
      kind: 'leads.revealed_often',
      recordId: event.recordId,
      recordKind: 'lead',
      text: { key: 'leads.notice.revealed_often', params: { name, used } },
    });
  },
};
