import * as protocol from '@dealtrail/protocol/records';
import { handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { visibleHeadQuery } from '../records.ts';
import { mayShare } from './share-record.ts';
import { presentShare, sharesQuery } from './share-store.ts';

/** With whom a record is shared; everybody who sees the record sees this too. */
export const listShares = handleRead(protocol.listShares, async ({ actor, read, input, time, services }) => {
  const [[head], shares] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    sharesQuery(actor.orgId, input.id, time.now()),
  ]);
  if (!head) throw problem('not_found');
  const may = mayShare(actor, services.registry, head);
  const { zone } = actor.organization;
  return { items: shares.map((share) => presentShare(share, zone, may || share.memberId === actor.memberId)) };
});
