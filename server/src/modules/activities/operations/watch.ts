import * as protocol from '@dealtrail/protocol/activities';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { lockVisibleHead, visibleHeadQuery } from '../../../kernel/records/records.ts';
import { insertWatch, removeWatch, watchedQuery, watchQuery } from '../store/watch-store.ts';

/** Whether the member follows a record. */
export const getWatch = handleRead(protocol.getWatch, async ({ actor, read, input, services }) => {
  const [[head], watches] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    watchQuery(actor.orgId, input.id, actor.memberId),
  ]);
  if (!head) throw problem('not_found');
  return { watching: watches.length > 0 };
});

/** Follows a record, or stops; asked again nothing changes. */
export const setWatch = handle(protocol.setWatch, async ({ actor, tx, input, services }) => {
  const head = await lockVisibleHead(tx, actor, input.id, services.registry);
  const known = await tx.maybe(watchQuery(actor.orgId, head.id, actor.memberId));
  if (known && !input.watching) await removeWatch(tx, known);
  if (!known && input.watching) await insertWatch(tx, head.id, actor.memberId);
  return { watching: input.watching };
});

/** Records the member follows and sees. */
export const listWatched = handleRead(protocol.listWatched, async ({ actor, read, services }) => ({
  items: (await read.many(watchedQuery(actor, services.registry))).map((row) => ({
    ...row,
    since: row.since.toISOString(),
  })),
}));
