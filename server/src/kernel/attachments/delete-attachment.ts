import * as protocol from '@dealtrail/protocol/attachments';
import { attachmentsTable } from '../db/kernel-tables.ts';
import { handle } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { lockVisibleHead, reachesHead } from '../records/records.ts';
import { mayDelete } from './present-attachment.ts';

/** Removes a file from its record; the content goes with the sweep once nothing names it. */
export const deleteAttachment = handle(protocol.deleteAttachment, async ({ actor, tx, input, time, services }) => {
  const file = await tx.lock(attachmentsTable, { id: input.id });
  if (!file) throw problem('not_found');
  const head = await lockVisibleHead(tx, actor, file.recordId, services.registry);
  const mayUpdate = reachesHead(actor, services.registry, head, 'update');
  if (!mayDelete(file, { memberId: actor.memberId, mayUpdate, now: time.now() })) throw problem('not_allowed');
  await tx.remove(attachmentsTable, file);
  tx.publish({
    type: 'attachments.deleted',
    recordId: head.id,
    data: { attachmentId: file.id },
    text: { key: 'attachments.event.deleted', params: { by: actor.name, name: file.name } },
  });
  return undefined;
});
