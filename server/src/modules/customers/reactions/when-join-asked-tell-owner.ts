import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { requestQuery } from '../store/join-store.ts';

/** Reaction: owner and supervisor of a record hear that somebody asks to work on it, and why. */
export const whenJoinAskedTellOwner: Reaction = {
  name: 'customers.tell_owner_of_join',
  on: ['customers.join_asked'],
  async run({ tx, event, services }) {
    const { requestId, ownerId } = event.data as unknown as { requestId: string; ownerId: string };
    const request = await tx.maybe(requestQuery(tx.orgId, requestId));
    if (!request || request.state !== 'open') return;
    const supervisor = await services.registry.people.supervisorOf(tx, ownerId);
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [ownerId, ...(supervisor && supervisor.id !== request.memberId ? [supervisor.id] : [])],
      kind: 'customers.join_asked',
      recordId: request.recordId,
      recordKind: request.recordKind,
      text: {
        key: 'customers.notice.join_asked',
        params: {
          name: request.memberName ?? '',
          department: request.departmentName ?? '—',
          title: request.title,
          reason: request.reason,
        },
      },
    });
  },
};
