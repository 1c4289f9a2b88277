import type { Reaction } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { requestQuery } from '../store/join-store.ts';

interface Answered {
  readonly requestId: string;
  readonly memberId: string;
  readonly granted: boolean;
  readonly answer: string;
  readonly by: string;
}

/** Reaction: who asked to work on a record hears the answer; a declined one names no record they may not see. */
export const whenJoinAnsweredTellAsker: Reaction = {
  name: 'customers.tell_asker_of_answer',
  on: ['customers.join_answered'],
  async run({ tx, event, services }) {
    const { requestId, memberId, granted, answer, by } = event.data as unknown as Answered;
    const request = await tx.maybe(requestQuery(tx.orgId, requestId));
    if (!request) return;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [memberId],
      kind: 'customers.join_answered',
      recordId: granted ? request.recordId : null,
      recordKind: granted ? request.recordKind : null,
      text: granted
        ? { key: 'customers.notice.join_granted', params: { name: by, title: request.title } }
        : { key: 'customers.notice.join_declined', params: { name: by, answer, reason: request.reason } },
    });
  },
};
