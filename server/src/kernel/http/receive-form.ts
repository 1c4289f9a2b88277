import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { FILE_LIMIT_BYTES } from './limits/file-limit.ts';
import { problem } from './problem.ts';

/** Largest form a plain page sends; a need of 10 000 Chinese letters takes 90 kB in its encoding. */
const TYPED_FORM_LIMIT_BYTES = 131_072;

const TYPED_FORM = 'application/x-www-form-urlencoded';

/** Whether a request carries the fields of a plain page's form. */
export function isTypedForm(request: FastifyRequest): boolean {
  return (request.headers['content-type'] ?? '').toLowerCase().startsWith(TYPED_FORM);
}

/** Reads the fields of plain pages' forms; a field sent twice counts once, by its last value. Empty fields are not sent. */
export function receiveTypedForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    TYPED_FORM,
    { parseAs: 'string', bodyLimit: TYPED_FORM_LIMIT_BYTES },
    (_request, body, done) => {
      const fields = [...new URLSearchParams(String(body))].filter(([, value]) => value !== '');
      done(null, Object.fromEntries(fields));
    },
  );
}

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
