import * as protocol from '@dealtrail/protocol/records';
import { type Actor, reaches } from '../access/index.ts';
import type { Registry } from '../house/module.ts';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { namesById } from './people-names.ts';
import { type HeadInHand, reachesHead, visibleHeadQuery } from './records.ts';
import { mayShare } from './shares/share-record.ts';
import { sharesQuery } from './shares/share-store.ts';

function abilities(actor: Actor, registry: Registry, head: HeadInHand) {
  const update = reachesHead(actor, registry, head, 'update');
  const audit = reaches(actor, 'audit.read', head);
  return {
    update,
    share: mayShare(actor, registry, head),
    delete: reachesHead(actor, registry, head, 'delete'),
    seeChanges: update || audit,
    seeReaders: audit,
  };
}

/** What a record of any kind has in common with all others, and what this member may do with it. */
export const getRecord = handleRead(protocol.getRecord, async ({ actor, read, input, time, services }) => {
  const { registry } = services;
  const [[head], shares] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    sharesQuery(actor.orgId, input.id, time.now()),
  ]);
  if (!head) throw problem('not_found');
  const names = await namesById(read, registry.people, [head.ownerId]);
  return {
    ...head,
    ownerName: (head.ownerId && names.get(head.ownerId)) ?? null,
    shares: shares.length,
    abilities: abilities(actor, registry, { ...head, deletedAt: null }),
  };
});
