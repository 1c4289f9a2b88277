import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import type { HandedOverData } from '../events.ts';

/** Reaction: whoever is given opportunities hears by whom, why and how many. */
export const whenHandedOverTellOwner: Reaction = {
  name: 'opportunities.tell_new_owner',
  on: ['opportunities.handed_over'],
  async run({ tx, event, services }) {
    const { ownerId, by, reason, name, count } = event.data as unknown as HandedOverData;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [ownerId],
      kind: 'opportunities.assigned',
      recordId: event.recordId,
      recordKind: 'opportunity',
      text: {
        key: count === 1 ? 'opportunities.notice.assigned' : 'opportunities.notice.assigned_many',
        params: { by, reason, name, count },
      },
    });
  },
};
