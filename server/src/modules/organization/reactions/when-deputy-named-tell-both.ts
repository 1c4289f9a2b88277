import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';

interface Named {
  readonly memberId: string;
  readonly deputyId: string;
  readonly by: string;
  readonly params: Record<string, string>;
}

/** Reaction: a deputy hears whose work falls to them; whoever is away hears it where somebody else entered it. */
export const whenDeputyNamedTellBoth: Reaction = {
  name: 'organization.tell_deputy',
  on: ['organization.deputy_named'],
  async run({ tx, event, services }) {
    const { memberId, deputyId, by, params } = event.data as unknown as Named;
    const about = { eventId: event.id, kind: event.type, recordId: null, recordKind: null };
    await notify(tx, services, {
      ...about,
      memberIds: [deputyId],
      text: { key: 'organization.notice.deputy_named', params },
    });
    if (by === memberId) return;
    await notify(tx, services, {
      ...about,
      memberIds: [memberId],
      text: { key: 'organization.notice.deputy_named_for', params },
    });
  },
};
