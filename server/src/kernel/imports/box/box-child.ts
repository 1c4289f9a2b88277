import { readSync } from 'node:fs';
import { createBoxSender } from './box-sender.ts';
import { type BoxJob, fileDescriptor, type FromBox, type ToBox } from './box-talk.ts';
import { openCsv } from './csv/csv-rows.ts';
import { recognise } from './recognise.ts';
import { createRowShaper } from './shape-rows.ts';
import { type SheetHead, type SheetLimits, SheetRefused, type SheetRow } from './sheet.ts';
import { openXlsx } from './xlsx/open-xlsx.ts';

// Entry of the child process. It holds one file descriptor and a pipe to its parent: no path, no environment, no rights.

const sender = createBoxSender(send);
process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToBox) => {
  if (message.kind === 'read') void read(message);
  else sender.acknowledge();
});

async function read(job: BoxJob): Promise<void> {
  try {
    await send({ kind: 'done', rows: await sendSheet(job) });
  } catch (error) {
    const { code, detail } =
      error instanceof SheetRefused ? error : new SheetRefused('broken', { reason: 'unreadable' });
    await send({ kind: 'refused', code, detail });
  }
}

async function sendSheet(job: BoxJob): Promise<number> {
  const { head, batches } = open(readFile(job.bytes), job.limits);
  const shaper = createRowShaper(job.limits);
  let told = false;
  let rows = 0;
  let sent = 0;
  for await (const batch of batches) {
    refuseMemory(job.limits);
    for (const raw of batch) {
      const row = shaper.shape(raw);
      if (!told) {
        const header = shaper.header();
        if (header) await send({ kind: 'head', head: { ...head, header } });
        told = header !== undefined;
      }
      if (!row) continue;
      rows += 1;
      if (row.line <= job.afterLine || sent === job.sendRows) continue;
      sent += 1;
      const full = sender.add(row);
      if (full) await full;
    }
    if (sent === job.sendRows && !job.countAll) break;
  }
  await sender.finish();
  if (rows === 0) throw new SheetRefused('empty', { what: told ? 'rows' : 'header' });
  return rows;
}

function open(
  bytes: Buffer,
  limits: SheetLimits,
): { head: Omit<SheetHead, 'header'>; batches: AsyncIterable<SheetRow[]> } {
  if (recognise(bytes) === 'xlsx') return { head: { kind: 'xlsx' }, batches: openXlsx(bytes, limits) };
  const { encoding, delimiter, rows } = openCsv(bytes);
  return { head: { kind: 'csv', encoding, delimiter }, batches: rows };
}

function readFile(length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  while (at < length) {
    const got = readSync(fileDescriptor, bytes, at, length - at, at);
    if (got === 0) return bytes.subarray(0, at);
    at += got;
  }
  return bytes;
}

// The parent watches from outside where the system lets it; this is the check for systems without /proc.
function refuseMemory(limits: SheetLimits): void {
  if (process.memoryUsage.rss() > limits.memoryBytes) throw new SheetRefused('limits', { what: 'memory' });
}

function send(message: FromBox): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(message, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}
