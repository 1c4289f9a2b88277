import * as protocol from '@dealtrail/protocol/attachments';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';
import { handleFile, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { visibleHead, visibleHeadQuery } from '../records/records.ts';
import { type ByteRange, contentDisposition, rangeOf } from './storage/index.ts';

/** Files shown of one record; beyond it somebody uses it as a disk. */
const MOST_SHOWN = 500;

/** The files of a record the member may see, the newest first. */
export const listAttachments = handleRead(protocol.listAttachments, async ({ actor, read, input, services }) => {
  const [heads, files] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    sql<RowOf<'attachments'>>`select id, record_id, name, bytes, content_type, added_by, added_at from seen.attachments
      where org_id = ${actor.orgId}::uuid and record_id = ${input.id}::uuid order by added_at desc, id desc limit ${MOST_SHOWN}`,
  ]);
  if (!heads[0]) throw problem('not_found');
  const authors = [...new Set(files.flatMap(({ addedBy }) => addedBy ?? []))];
  const names = authors.length > 0 ? await read.many(services.registry.people.namesOf(actor.orgId, authors)) : [];
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return {
    items: files.map(({ addedBy, addedAt, ...file }) => ({
      ...file,
      addedBy: (addedBy && nameOf.get(addedBy)) ?? null,
      addedAt: addedAt.toISOString(),
    })),
  };
});

function sayRange(reply: FastifyReply, range: ByteRange, bytes: number): void {
  reply
    .code(206)
    .header('content-range', `bytes ${range.from}-${range.to}/${bytes}`)
    .header('content-length', String(range.to - range.from + 1));
}

/**
 * The content of a file, whole or one range of it. Always to be saved, never shown: a browser must not run what
 * somebody uploaded under our address.
 */
export const downloadAttachment = handleFile(
  protocol.downloadAttachment,
  async ({ actor, read, input, reply, services }) => {
    const file = await read.maybe(sql<RowOf<'attachments'>>`select a.* from seen.attachments a
    join seen.records r on r.org_id = a.org_id and r.id = a.record_id
    where a.org_id = ${actor.orgId}::uuid and a.id = ${input.id}::uuid and r.deleted_at is null
      and ${visibleHead(actor, services.registry, 'r')}`);
    if (!file) throw problem('not_found');
    const range = rangeOf(reply.request.headers.range, file.bytes);
    reply
      .header('content-type', file.contentType)
      .header('content-disposition', contentDisposition(file.name))
      .header('content-security-policy', 'sandbox')
      .header('accept-ranges', 'bytes')
      .header('cache-control', 'private, no-store');
    if (range === 'unsatisfiable') {
      reply.code(416).header('content-range', `bytes */${file.bytes}`);
      return Buffer.alloc(0);
    }
    const asked = range === 'whole' ? undefined : range;
    const { stream } = await services.storage.openFile(actor.orgId, file.sha256, asked);
    if (asked) sayRange(reply, asked, file.bytes);
    else reply.header('content-length', String(file.bytes));
    return stream;
  },
);
