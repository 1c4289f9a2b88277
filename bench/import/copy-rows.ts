import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../server/src/kernel/db/embedded/start-embedded.ts';
import { headings } from './rows.ts';

/** The driver's connection as far as COPY needs it. */
interface Wire {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** Sends bytes behind a COPY … FROM STDIN, which the driver has no verb for. */
function copyIn(client: pg.Client, text: string, bytes: Buffer): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  client.query({
    submit: (wire: Wire) => wire.query(text),
    handleCopyInResponse: (wire: Wire) => {
      wire.sendCopyFromChunk(bytes);
      wire.endCopyFrom();
    },
    handleCommandComplete: () => undefined,
    handleReadyForQuery: () => resolve(),
    handleError: reject,
  } as unknown as pg.Submittable);
  return promise;
}

/**
 * Rows a second at which PostgreSQL takes the same sheet with COPY into a bare table: no key, no rule, no audit. The
 * product must be stopped.
 */
export async function copyRows(directory: string, sheet: Blob, rows: number): Promise<number> {
  const bytes = Buffer.from(await sheet.arrayBuffer());
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  const client = new pg.Client(embedded.owner);
  await client.connect();
  await client.query(`create table public.copied (${headings.map((_, i) => `c${i} text`).join(', ')})`);
  const began = performance.now();
  await copyIn(client, 'copy public.copied from stdin with (format csv, header)', bytes);
  const seconds = (performance.now() - began) / 1000;
  await client.query('drop table public.copied');
  await client.end();
  await embedded.stop();
  return Math.round(rows / seconds);
}
