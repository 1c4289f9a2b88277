import * as protocol from '@dealtrail/protocol/records';
import { type Actor, reachesUnshared } from '../../access/index.ts';
import { sharesTable } from '../../db/kernel-tables.ts';
import type { RowOf, Tx } from '../../db/index.ts';
import type { Registry } from '../../house/module.ts';
import type { Person } from '../../house/people.ts';
import { handle } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { lockVisibleHead } from '../records.ts';
import { countShares, endOfDay, MOST_SHARES, presentShare, saveShare, sharesQuery } from './share-store.ts';

/** Whether a member passes a record on: who may change it by a right of their own, not by a share. */
export function mayShare(actor: Actor, registry: Registry, head: RowOf<'records'> | Head): boolean {
  const chapter = registry.kinds.get(head.kind)?.chapter;
  return chapter !== undefined && reachesUnshared(actor, `${chapter}.update`, head);
}

type Head = Pick<RowOf<'records'>, 'id' | 'kind' | 'ownerId' | 'departmentId'>;

/** The member to share with: active, and with a role that can use records of this kind at all. */
async function partner(tx: Tx, registry: Registry, head: Head, memberId: string): Promise<Person> {
  const [person] = await registry.people.activeAmong(tx, [memberId]);
  if (!person) throw problem('reference_missing');
  const permission = `${registry.kinds.get(head.kind)?.chapter}.read`;
  // A record of their own they could see; so the share will show it to them.
  const own = { id: head.id, ownerId: memberId, departmentId: null, permission };
  const [able] = await registry.people.activeAmong(tx, [memberId], own);
  if (!able) throw problem('share_without_effect', { params: { name: person.name } });
  return person;
}

/** Shares a record with a member; whoever may change it by right may, and never beyond their own rights. */
export const shareRecord = handle(protocol.shareRecord, async ({ actor, tx, input, time, services }) => {
  const { registry } = services;
  const head = await lockVisibleHead(tx, actor, input.id, registry);
  if (!mayShare(actor, registry, head)) throw problem('not_allowed');
  const { zone } = actor.organization;
  const { memberId, level, endsOn = null, note = null } = input;
  if (endsOn !== null && endsOn < time.today(zone)) throw problem('share_end_passed');
  const person = await partner(tx, registry, head, memberId);
  if ((await countShares(tx, memberId, head.id)) >= MOST_SHARES)
    throw problem('share_limit_reached', { params: { name: person.name, limit: MOST_SHARES } });
  await saveShare(tx, {
    recordId: head.id,
    memberId,
    level,
    endsAt: endsOn === null ? null : endOfDay(endsOn, zone),
    note,
  });
  await registry.people.rightsMoved(tx, [memberId]);
  const until = endsOn === null ? {} : { until: endsOn };
  tx.publish({
    type: 'records.shared',
    recordId: head.id,
    data: { memberId, level, ...until },
    text: {
      key: `records.event.shared_${level}${endsOn === null ? '' : '_until'}`,
      params: { by: actor.name, to: person.name, ...until },
    },
  });
  return presentShare(await tx.one(sharesQuery(tx.orgId, head.id, time.now(), memberId)), zone, true);
});

/** Ends a share at once: who may share the record does, or the one it was shared with. */
export const endShare = handle(protocol.endShare, async ({ actor, tx, input, time, services }) => {
  const { registry } = services;
  const head = await lockVisibleHead(tx, actor, input.id, registry);
  const share = await tx.maybe(sharesQuery(tx.orgId, head.id, time.now(), input.memberId));
  if (!share) throw problem('not_found');
  const returned = share.memberId === actor.memberId;
  if (!returned && !mayShare(actor, registry, head)) throw problem('not_allowed');
  const { recordId, memberId, level, endsAt, note, grantedBy, grantedAt } = share;
  await tx.remove(sharesTable, { recordId, memberId, level, endsAt, note, grantedBy, grantedAt });
  await registry.people.rightsMoved(tx, [memberId]);
  tx.publish({
    type: 'records.unshared',
    recordId: head.id,
    data: { memberId },
    text: returned
      ? { key: 'records.event.share_returned', params: { by: actor.name } }
      : { key: 'records.event.unshared', params: { by: actor.name, to: share.memberName ?? '' } },
  });
  return undefined;
});
