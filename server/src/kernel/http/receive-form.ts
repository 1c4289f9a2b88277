import type { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { FILE_LIMIT_BYTES } from './limits.ts';
import { problem } from './problem.ts';

/** A multipart form with its one file, kept by the caller while it came in. */
export interface ReceivedForm<Kept> {
  /** Name the sender gave the file; foreign text. */
  readonly name: string;
  readonly kept: Kept;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Reads a multipart form whose part `file` is streamed to `keep`, never held in memory. Refused: `file_missing` without
 * such a part, `payload_too_large` beyond 20 MB (then `keep` must leave nothing).
 */
export async function receiveForm<Kept>(
  request: FastifyRequest,
  keep: (stream: Readable) => Promise<Kept>,
): Promise<ReceivedForm<Kept>> {
  const fields = new Map<string, string>();
  let file: { name: string; kept: Kept } | undefined;
  // One byte more than allowed, so that who keeps the stream can tell a full file from a cut one.
  for await (const part of request.parts({ limits: { fileSize: FILE_LIMIT_BYTES + 1 } })) {
    if (part.type === 'field') {
      if (part.valueTruncated) throw problem('payload_too_large');
      fields.set(part.fieldname, String(part.value));
    } else if (part.fieldname === 'file' && !file) {
      file = { name: part.filename, kept: await keep(part.file) };
    } else {
      part.file.resume();
    }
  }
  if (!file)
    throw problem('file_missing', { fields: [{ path: 'file', code: 'file_missing', message: 'file missing' }] });
  return { ...file, fields };
}
