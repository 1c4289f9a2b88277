import * as protocol from '@dealtrail/protocol/attachments';
import { handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { namesById } from '../records/people-names.ts';
import { reachesHead, visibleHeadQuery } from '../records/records.ts';
import { attachmentsQuery, presentAttachment } from './present-attachment.ts';

/** Files shown of one record; beyond it somebody uses it as a disk. */
const MOST_SHOWN = 500;

/** The files of a record the member may see, the newest first. */
export const listAttachments = handleRead(protocol.listAttachments, async ({ actor, read, input, time, services }) => {
  const { registry } = services;
  const [[head], files] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    attachmentsQuery(actor.orgId, input.id, MOST_SHOWN),
  ]);
  if (!head) throw problem('not_found');
  const mayUpdate = reachesHead(actor, registry, { ...head, deletedAt: null }, 'update');
  const asking = { memberId: actor.memberId, mayUpdate, now: time.now() };
  const names = await namesById(
    read,
    registry.people,
    files.map(({ addedBy }) => addedBy),
  );
  return {
    items: files.map((file) => presentAttachment(file, (file.addedBy && names.get(file.addedBy)) ?? null, asking)),
  };
});
