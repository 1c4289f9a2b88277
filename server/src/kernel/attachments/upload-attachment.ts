import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import * as protocol from '@dealtrail/protocol/attachments';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { attachmentsTable } from '../db/kernel-tables.ts';
import type { Registry } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { handlePrepared } from '../http/handle.ts';
import { FILE_LIMIT_BYTES } from '../http/limits/file-limit.ts';
import { problem } from '../http/problem.ts';
import { receiveForm } from '../http/receive-form.ts';
import { lockVisibleHead, reachesHead, visibleHeadQuery } from '../records/records.ts';
import { saveFileTokens, sameNameQuery } from './attachment-store.ts';
import { presentAttachment } from './present-attachment.ts';
import { FileRefused, safeFileName, type StoredFile } from './storage/index.ts';

async function kept(services: Services, orgId: string, stream: Readable): Promise<StoredFile> {
  try {
    return await services.storage.putFile(stream, { orgId, limitBytes: FILE_LIMIT_BYTES });
  } catch (error) {
    if (error instanceof FileRefused) throw problem(error.code === 'too_large' ? 'payload_too_large' : 'storage_full');
    throw error;
  }
}

/** Looks before a byte is taken in, so that nobody fills the disk for a record that is not theirs. */
async function refuseForeignRecord(services: Services, actor: Actor, registry: Registry, id: string): Promise<void> {
  const [head] = await services.database.readRows(actor.orgId, visibleHeadQuery(actor, registry, id));
  if (!head) throw problem('not_found');
  if (!reachesHead(actor, registry, { ...head, deletedAt: null }, 'update')) throw problem('not_allowed');
}

/** A file whose content is on disk, before a row tells of it. */
export interface ReceivedFile extends StoredFile {
  readonly name: string;
  readonly fingerprint: string;
}

/** Takes the one file of a request in; outside every transaction. */
export async function receiveFile(services: Services, actor: Actor, request: FastifyRequest): Promise<ReceivedFile> {
  const form = await receiveForm(request, (stream) => kept(services, actor.orgId, stream));
  const name = safeFileName(form.name);
  return { ...form.kept, name, fingerprint: `${form.kept.sha256} ${name}` };
}

/** Keeps a received file on a record; whether the actor may was judged by the caller. */
export async function keepFile(
  tx: Tx,
  actor: Actor,
  recordId: string,
  received: ReceivedFile,
): Promise<protocol.AttachmentView> {
  const { fingerprint: _, ...file } = received;
  const id = tx.time.newId();
  const addedAt = tx.time.now();
  const row = { id, recordId, followUpId: null, originalName: null, ...file, addedBy: actor.memberId, addedAt };
  await tx.insert(attachmentsTable, [row]);
  await saveFileTokens(tx, id, file.name);
  const { before } = await tx.one(sameNameQuery(tx.orgId, recordId, file.name, id));
  tx.publish({
    type: 'attachments.added',
    recordId,
    data: { attachmentId: id },
    text: {
      key: before > 0 ? 'attachments.event.replaced' : 'attachments.event.added',
      params: { by: actor.name, name: file.name },
    },
  });
  const asking = { memberId: actor.memberId, mayUpdate: true, now: addedAt };
  return presentAttachment({ ...row, versionNo: before + 1, versions: before + 1 }, actor.name, asking);
}

/** Keeps one file on a record the member may change. The content is on disk before the transaction opens. */
export const uploadAttachment = handlePrepared(
  protocol.uploadAttachment,
  async ({ actor, input, request, services }) => {
    await refuseForeignRecord(services, actor, services.registry, input.id);
    return receiveFile(services, actor, request);
  },
  async ({ actor, tx, input, prepared, services }) => {
    const head = await lockVisibleHead(tx, actor, input.id, services.registry, 'update');
    return keepFile(tx, actor, head.id, prepared);
  },
);
