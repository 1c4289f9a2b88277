import { recordsEn, recordsZh } from '@dealtrail/protocol/records/messages';
import { sql } from 'kysely';
import type { Reaction } from '../../house/module.ts';
import { notify } from '../../notifications/index.ts';
import { namesById } from '../people-names.ts';
import { sharesQuery } from './share-store.ts';

/** Reaction: whom a record was shared with hears of it, with what they may do, until when and why. */
export const whenShareGivenTellMember: Reaction = {
  name: 'records.tell_shared',
  on: ['records.shared'],
  async run({ tx, event, services }) {
    const memberId = String(event.data.memberId);
    const share = await tx.maybe(sharesQuery(tx.orgId, event.recordId, tx.time.now(), memberId));
    const head = await tx.maybe(sql<{ kind: string; number: string; title: string }>`
      select kind, number, title from seen.records where org_id = ${tx.orgId}::uuid and id = ${event.recordId}::uuid`);
    if (!share || !head) return;
    const names = await namesById(tx, services.registry.people, [event.actorId]);
    const until = typeof event.data.until === 'string' ? { until: event.data.until } : undefined;
    await notify(tx, services, {
      eventId: event.id,
      memberIds: [memberId],
      kind: 'records.shared',
      recordId: event.recordId,
      recordKind: head.kind,
      text: {
        key: `records.notice.shared${until ? '_until' : ''}${share.note ? '_note' : ''}`,
        params: {
          by: (event.actorId && names.get(event.actorId)) ?? '',
          number: head.number,
          title: head.title,
          levelZh: recordsZh[`shareLevel.${share.level}`],
          levelEn: recordsEn[`shareLevel.${share.level}`],
          ...until,
          ...(share.note ? { note: share.note } : {}),
        },
      },
    });
  },
};
