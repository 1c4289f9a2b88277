import * as protocol from '@dealtrail/protocol/imports';
import { contentDisposition } from '../attachments/storage/index.ts';
import { type Actor, may } from '../access/index.ts';
import { importMappingsTable, importsTable } from '../db/transfer-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { handle, handleFile, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { localeOf } from '../http/refusals.ts';
import { errorFileOf } from './error-file.ts';
import { importQuery, presentImport } from './import-view.ts';

type Import = RowOf<'imports'>;

/** Where an import stands: an own one, or anybody's for who may read the audit. */
export const getImport = handleRead(protocol.getImport, async ({ actor, read, input, services }) => {
  const row = await read.maybe(importQuery(actor, input.id));
  if (!row || (row.memberId !== actor.memberId && !may(actor, 'audit.read'))) throw problem('not_found');
  const [member] = await read.many(services.registry.people.namesOf(actor.orgId, [row.memberId]));
  return presentImport(row, member?.name ?? '');
});

/** An own import, held until the commit: a process that takes rows in waits, and stops at its next batch. */
async function lockOwn(tx: Tx, actor: Actor, id: string): Promise<Import> {
  const row = await tx.lock(importsTable, { id });
  if (!row || row.memberId !== actor.memberId) throw problem('not_found');
  return row;
}

async function shown(tx: Tx, actor: Actor, id: string): Promise<protocol.ImportView> {
  return presentImport(await tx.one(importQuery(actor, id)), actor.name);
}

/** Stops an import behind the last batch that was taken in. */
export const pauseImport = handle(protocol.pauseImport, async ({ actor, tx, input }) => {
  const row = await lockOwn(tx, actor, input.id);
  if (row.state !== 'queued' && row.state !== 'running') throw problem('import_not_running');
  await tx.update(importsTable, row, { state: 'paused', dueAt: null });
  return shown(tx, actor, row.id);
});

/** Lets a paused import go on behind its last row. */
export const resumeImport = handle(protocol.resumeImport, async ({ actor, tx, input }) => {
  const row = await lockOwn(tx, actor, input.id);
  if (row.state !== 'paused') throw problem('import_not_paused');
  await tx.update(importsTable, row, { state: 'queued', dueAt: tx.time.now() });
  return shown(tx, actor, row.id);
});

/** Ends an import where it stands: what was taken in stays, the rest is left untouched. */
export const cancelImport = handle(protocol.cancelImport, async ({ actor, tx, input }) => {
  const row = await lockOwn(tx, actor, input.id);
  if (row.finishedAt !== null) throw problem('import_over');
  await tx.update(importsTable, row, { state: 'cancelled', dueAt: null, finishedAt: tx.time.now() });
  return shown(tx, actor, row.id);
});

/** The rejected rows of an own import; they hold contact data, so nobody else gets them. */
export const importErrors = handleFile(protocol.importErrors, async ({ actor, read, input, reply, services }) => {
  const row = await read.maybe(importQuery(actor, input.id));
  if (!row || row.memberId !== actor.memberId || row.rejected === 0) throw problem('not_found');
  const file = errorFileOf(row, read, services.registry.messages[localeOf(reply.request)]);
  reply
    .header('content-type', file.contentType)
    .header('content-disposition', contentDisposition(file.name))
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store');
  return file.stream;
});

/** Forgets a remembered mapping; for whoever may import its kind. */
export const forgetMapping = handle(protocol.forgetMapping, async ({ actor, tx, input, services }) => {
  const row = await tx.lock(importMappingsTable, { id: input.id });
  const kind = row && services.registry.importKinds.get(row.kind);
  if (!kind || !may(actor, kind.permission)) throw problem('not_found');
  await tx.remove(importMappingsTable, row);
  return undefined;
});
