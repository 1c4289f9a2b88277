import * as protocol from '@dealtrail/protocol/exports';
import { sql } from 'kysely';
import { contentDisposition, FileLost } from '../attachments/storage/index.ts';
import { may } from '../access/index.ts';
import { exportsTable } from '../db/transfer-tables.ts';
import { handleFile, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { exportsQuery, presentExport } from './export-view.ts';
import { contentTypes } from './rules/file-facts.ts';

/** Where an export stands: an own one, or anybody's for who may read the audit. */
export const getExport = handleRead(protocol.getExport, async ({ actor, read, input, services }) => {
  const row = await read.maybe(exportsQuery(actor.orgId, [input.id]));
  if (!row || (row.memberId !== actor.memberId && !may(actor, 'audit.read'))) throw problem('not_found');
  const [member] = await read.many(services.registry.people.namesOf(actor.orgId, [row.memberId]));
  return presentExport(row, member?.name ?? '', services.registry);
});

/** The file, for who ordered it and still may export, counted and noted in the audit before the first byte leaves. */
export const downloadExport = handleFile(
  protocol.downloadExport,
  async ({ actor, read, input, reply, services, time }) => {
    const row = await read.maybe(exportsQuery(actor.orgId, [input.id]));
    if (!row || row.memberId !== actor.memberId) throw problem('not_found');
    const kind = services.registry.exportKinds.get(row.kind);
    if (!kind || !may(actor, kind.permission)) throw problem('not_allowed');
    if (row.clear && !(kind.reveal && may(actor, kind.reveal.permission))) throw problem('not_allowed');
    if (row.state === 'expired' || (row.expiresAt !== null && row.expiresAt <= time.now())) throw problem('gone');
    if (row.state !== 'done' || row.sha256 === null) throw problem('export_not_ready');
    const { stream, bytes } = await services.storage.openFile(actor.orgId, row.sha256).catch((error: unknown) => {
      throw error instanceof FileLost ? problem('gone') : error;
    });
    const requestId = reply.request.id;
    const origin = { orgId: actor.orgId, actorId: actor.memberId, operation: protocol.downloadExport.id, requestId };
    await services.database.write(origin, async (tx) => {
      const held = await tx.lock(exportsTable, { id: row.id });
      if (held) await tx.update(exportsTable, held, { downloads: held.downloads + 1 });
    });
    reply
      .header('content-type', contentTypes[row.format])
      .header('content-length', bytes)
      .header('content-disposition', contentDisposition(row.fileName))
      .header('content-security-policy', 'sandbox')
      .header('cache-control', 'no-store');
    return stream;
  },
);

/**
 * Query for the exports that held a record. Ids lie sorted in pieces, so the range finds the one piece of each export
 * that can hold this one.
 */
function exportsOfRecord(orgId: string, recordId: string) {
  return sql<{
    exportId: string;
    memberId: string;
    clear: boolean;
    reason: string | null;
    downloads: number;
    at: Date;
  }>`
    select e.id as export_id, e.member_id, e.clear, e.reason, e.downloads, e.finished_at as at
    from seen.export_records p join seen.exports e on e.org_id = p.org_id and e.id = p.export_id
    where p.org_id = ${orgId}::uuid and p.first_id <= ${recordId}::uuid and p.last_id >= ${recordId}::uuid
      and ${recordId}::uuid = any(p.ids)
    order by e.finished_at desc, e.id desc limit 200`;
}

/** Who took a record out of the product. */
export const recordExports = handleRead(protocol.recordExports, async ({ actor, read, input, services }) => {
  const [heads, found] = await read.all([
    sql<{ id: string }>`select id from seen.records where org_id = ${actor.orgId}::uuid and id = ${input.id}::uuid`,
    exportsOfRecord(actor.orgId, input.id),
  ]);
  if (heads.length === 0) throw problem('not_found');
  const memberIds = [...new Set(found.map(({ memberId }) => memberId))];
  const members = await read.many(services.registry.people.namesOf(actor.orgId, memberIds));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  return {
    items: found.map((row) => ({ ...row, memberName: names.get(row.memberId) ?? '', at: row.at.toISOString() })),
  };
});
