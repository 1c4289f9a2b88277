import { sql } from 'kysely';
import type { Tx } from '../../db/index.ts';
import type { DeliveredEvent } from '../../events/delivered-event.ts';
import type { Reaction } from '../../house/module.ts';
import type { Services } from '../../house/services.ts';
import { notify } from '../../notifications/index.ts';
import { momentIn } from '../rules/moment-in.ts';
import type { MoveEventData } from './tell-move.ts';

interface Subject {
  readonly kind: string;
  readonly title: string;
  readonly zone: string;
}

async function tellPeople(tx: Tx, event: DeliveredEvent, services: Services): Promise<void> {
  const data = event.data as unknown as MoveEventData;
  const subject = await tx.maybe(sql<Subject>`
    select r.kind, r.title, o.zone from seen.records r join seen.organizations o on o.id = r.org_id
    where r.org_id = ${tx.orgId}::uuid and r.id = ${event.recordId}::uuid and r.deleted_at is null`);
  if (!subject) return;
  const name = tx.policies.get(data.policyKey)?.name ?? { zh: data.policyKey, en: data.policyKey };
  await notify(tx, services, {
    eventId: event.id,
    memberIds: data.memberIds,
    kind: event.type,
    recordId: event.recordId,
    recordKind: subject.kind,
    text: {
      key: event.type.replace('clocks.', 'clocks.notice.'),
      params: {
        by: data.by,
        title: subject.title,
        clockZh: name.zh,
        clockEn: name.en,
        was: momentIn(subject.zone, new Date(data.was)),
        due: momentIn(subject.zone, new Date(data.to)),
      },
    },
  });
}

/** Reaction: time asked for is told to who decides, and what was decided to who asked and who owes. */
export const whenClockMovesTellPeople: Reaction = {
  name: 'clocks.tell_moves',
  on: ['clocks.postponed', 'clocks.postpone_asked', 'clocks.postpone_granted', 'clocks.postpone_refused'],
  concerns: (data) => Array.isArray(data['memberIds']) && data['memberIds'].length > 0,
  run: ({ tx, event, services }) => tellPeople(tx, event, services),
};
