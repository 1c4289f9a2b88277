import * as protocol from '@dealtrail/protocol/attachments';
import type { FastifyReply } from 'fastify';
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { RowOf } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { handleFile } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import type { Reader } from '../http/reader.ts';
import { visibleHead } from '../records/records.ts';
import { isPreviewable } from './present-attachment.ts';
import { type ByteRange, contentDisposition, rangeOf } from './storage/index.ts';

/** Nothing of a shown file runs or fetches; only its own picture and the browser's viewer are let through. */
const PREVIEW_POLICY = `sandbox; default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'`;

/** A PDF is drawn by the browser's own viewer, which refuses to work in a sandbox; it has no reach to our pages. */
const PDF_POLICY = `default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'`;

async function findFile(actor: Actor, read: Reader, services: Services, id: string): Promise<RowOf<'attachments'>> {
  const file = await read.maybe(sql<RowOf<'attachments'>>`select a.* from seen.attachments a
    join seen.records r on r.org_id = a.org_id and r.id = a.record_id
    where a.org_id = ${actor.orgId}::uuid and a.id = ${id}::uuid and ${visibleHead(actor, services.registry, 'r')}`);
  if (!file) throw problem('not_found');
  return file;
}

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
    const file = await findFile(actor, read, services, input.id);
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

/** A picture or a PDF to look at. Its kind was told from its bytes when it came in, so that nothing else is shown. */
export const previewAttachment = handleFile(
  protocol.previewAttachment,
  async ({ actor, read, input, reply, services }) => {
    const file = await findFile(actor, read, services, input.id);
    if (!isPreviewable(file.contentType)) throw problem('not_previewable');
    const { stream } = await services.storage.openFile(actor.orgId, file.sha256);
    reply
      .header('content-type', file.contentType)
      .header('content-disposition', contentDisposition(file.name).replace(/^attachment/, 'inline'))
      .header('content-security-policy', file.contentType === 'application/pdf' ? PDF_POLICY : PREVIEW_POLICY)
      .header('cache-control', 'private, no-store')
      .header('content-length', String(file.bytes));
    return stream;
  },
);
