import * as protocol from '@dealtrail/protocol/streams';
import { handleFile } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { BATCH, edgeQuery } from './change-query.ts';

/** A new stream also tells what happened while its page was being read. */
const LOOK_BACK_MS = 10_000;

/** After how long a browser that lost the line tries again by itself, in seconds. */
const RETRY_SECONDS = 5;

/** Opens a stream of changes; with the place where an earlier one ended it goes on there, or says that it cannot. */
export const openStream = handleFile(protocol.openStream, async ({ actor, read, input, reply, services, time }) => {
  const { request } = reply;
  const { streams, accounts, lifecycle } = services;
  if (lifecycle.draining) throw problem('unavailable', { retryAfter: RETRY_SECONDS });
  if (!streams.hasRoomFor(actor.orgId, actor.memberId)) {
    throw problem('too_many_requests', { retryAfter: 10 * RETRY_SECONDS, params: { seconds: 10 * RETRY_SECONDS } });
  }
  const [[edge = { last: 0, recent: 0 }], credential] = await Promise.all([
    read.all([edgeQuery(actor.orgId, new Date(time.now().getTime() - LOOK_BACK_MS))]).then(([rows]) => rows),
    accounts.credentialOf(request),
  ]);
  if (!credential) throw problem('not_signed_in');
  const header = Number(request.headers['last-event-id']);
  const after = Number.isSafeInteger(header) && request.headers['last-event-id'] ? header : input.after;
  const tellable = after === undefined || (after <= edge.last && after >= edge.last - BATCH);
  reply
    .header('content-type', 'text/event-stream; charset=utf-8')
    .header('cache-control', 'no-store, no-transform')
    // nginx would hold the messages back until a buffer is full.
    .header('x-accel-buffering', 'no');
  return streams.join({
    actor,
    credential,
    request,
    topics: new Set(input.topics.split(',')),
    position: tellable ? (after ?? edge.recent) : edge.last,
    resync: !tellable,
  });
});
