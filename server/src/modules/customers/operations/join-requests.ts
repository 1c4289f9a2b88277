import * as protocol from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { lockVisibleHead, visibleHeadQuery } from '../../../kernel/records/records.ts';
import { mayShare } from '../../../kernel/records/shares/share-record.ts';
import { countShares, MOST_SHARES, saveShare } from '../../../kernel/records/shares/share-store.ts';
import { presentJoin } from '../present-join.ts';
import * as store from '../store/join-store.ts';

/** Requests of one member that may wait for an answer at a time. */
const MOST_OPEN = 10;

/** 申请协作: asks owner and supervisor of a record one was told of to work on it together. */
export const joinRecord = handle(protocol.joinRecord, async ({ actor, tx, input }) => {
  const record = await store.recordOfHit(tx, actor.memberId, input.id);
  if (!record) throw problem('not_found');
  if (record.ownerId === null) throw problem('join_without_owner');
  const open = await tx.many(store.openRequestsQuery(tx.orgId, actor.memberId));
  if (open.some(({ recordId }) => recordId === record.id)) throw problem('join_asked_already');
  if (open.length >= MOST_OPEN) throw problem('join_limit_reached', { params: { limit: MOST_OPEN } });
  const { memberId } = actor;
  const request = { recordId: record.id, recordKind: record.kind, memberId, reason: input.reason };
  const id = await store.insertRequest(tx, request);
  tx.publish({
    type: 'customers.join_asked',
    recordId: record.id,
    data: { requestId: id, ownerId: record.ownerId },
    text: { key: 'customers.event.join_asked', params: { by: actor.name, reason: input.reason } },
  });
  return presentJoin(await tx.one(store.requestQuery(tx.orgId, id)), memberId, false);
});

/** Who asked to work on a record; for those who see it. */
export const listJoinRequests = handleRead(protocol.listJoinRequests, async ({ actor, read, input, services }) => {
  const [[head], requests] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    store.recordRequestsQuery(actor.orgId, input.id),
  ]);
  if (!head) throw problem('not_found');
  const may = mayShare(actor, services.registry, head);
  return { items: requests.map((request) => presentJoin(request, actor.memberId, may)) };
});

/** The own newest requests, with their answers. */
export const ownJoinRequests = handleRead(protocol.ownJoinRequests, async ({ actor, read }) => {
  const requests = await read.many(store.ownRequestsQuery(actor.orgId, actor.memberId));
  return {
    items: requests.map((request) => ({
      ...presentJoin(request, actor.memberId, false),
      ownerName: request.ownerName,
    })),
  };
});

/** Locks an open request on a record this member may share; 404 where they do not see the record. */
async function lockToAnswer(tx: Tx, actor: Actor, registry: Registry, id: string) {
  const request = await store.lockRequest(tx, id);
  if (!request) throw problem('not_found');
  const head = await lockVisibleHead(tx, actor, request.recordId, registry);
  if (!mayShare(actor, registry, head)) throw problem('not_allowed');
  if (request.state !== 'open') throw problem('join_answered');
  return { request, head };
}

/** Shares the record with who asked, or declines with a reason. */
export const answerJoin = handle(protocol.answerJoin, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const { request, head } = await lockToAnswer(tx, actor, registry, input.id);
  const { memberId } = request;
  const [person] = await tx.many(registry.people.namesOf(tx.orgId, [memberId]));
  const params = { by: actor.name, to: person?.name ?? '', answer: input.answer ?? '' };
  if (input.grant) {
    if ((await countShares(tx, memberId, head.id)) >= MOST_SHARES)
      throw problem('share_limit_reached', { params: { name: params.to, limit: MOST_SHARES } });
    await saveShare(tx, { recordId: head.id, memberId, level: input.level, endsAt: null, note: request.reason });
    await registry.people.rightsMoved(tx, [memberId]);
  }
  await store.endRequest(tx, request, {
    state: input.grant ? 'granted' : 'declined',
    level: input.grant ? input.level : null,
    answer: input.answer ?? null,
    answeredBy: actor.memberId,
  });
  tx.publish({
    type: 'customers.join_answered',
    recordId: head.id,
    data: { requestId: request.id, memberId, granted: input.grant, answer: input.answer ?? '', by: actor.name },
    text: { key: input.grant ? 'customers.event.join_granted' : 'customers.event.join_declined', params },
  });
  return presentJoin(await tx.one(store.requestQuery(tx.orgId, request.id)), actor.memberId, true);
});

/** Takes back an own request. */
export const withdrawJoin = handle(protocol.withdrawJoin, async ({ actor, tx, input }) => {
  const request = await store.lockRequest(tx, input.id);
  if (!request || request.memberId !== actor.memberId) throw problem('not_found');
  if (request.state !== 'open') throw problem('join_answered');
  await store.endRequest(tx, request, { state: 'withdrawn', level: null, answer: null, answeredBy: null });
  return presentJoin(await tx.one(store.requestQuery(tx.orgId, request.id)), actor.memberId, false);
});
