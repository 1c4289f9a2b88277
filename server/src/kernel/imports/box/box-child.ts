import { readSync } from 'node:fs';
import { createBoxSender } from './box-sender.ts';
import { type BoxJob, fileDescriptor, type FromBox, type ToBox } from './box-talk.ts';
import { openCsv } from './csv/csv-rows.ts';
import { openAtHeader, type OpenedSheet } from './find-header.ts';
import { recognise } from './recognise.ts';
import { createRowShaper } from './shape-rows.ts';
import { type SheetHead, type SheetLimits, SheetRefused } from './sheet.ts';
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
  const { head, opened } = await openSheet(readFile(job.bytes), job);
  const shaper = createRowShaper(job.limits, opened.headerLine === 0 ? countedColumns(opened, job.limits) : undefined);
  let told = false;
  let rows = 0;
  let sent = 0;
  for await (const batch of opened.rows) {
    refuseMemory(job.limits);
    for (const raw of batch) {
      const row = shaper.shape(raw);
      if (!told) {
        const header = shaper.header();
        if (header) await send({ kind: 'head', head: { ...head, header, ...placeOf(opened) } });
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

type Head = Omit<SheetHead, 'header' | 'headerLine' | 'leading'>;

async function openSheet(bytes: Buffer, { limits, choices }: BoxJob): Promise<{ head: Head; opened: OpenedSheet }> {
  const { headerLine } = choices;
  if (recognise(bytes) === 'csv') {
    const { encoding, delimiter, rows } = openCsv(bytes, choices.delimiter);
    const head: Head = { kind: 'csv', encoding, delimiter, sheets: [] };
    const opened = await openAtHeader(rows, headerLine);
    if (opened.leading.length === 0) throw new SheetRefused('empty', { what: 'header' });
    return { head, opened };
  }
  const book = await openXlsx(bytes, limits);
  const sheets = book.map(({ name }) => name);
  const asked = choices.sheet === undefined ? book : book.filter(({ name }) => name === choices.sheet);
  // The sheet in front is often an empty one, or was left behind by a template.
  for (const sheet of asked) {
    const opened = await openAtHeader(sheet.rows(), headerLine);
    if (opened.leading.length > 0) return { head: { kind: 'xlsx', sheets, sheet: sheet.name }, opened };
  }
  if (asked.length === 0) throw new SheetRefused('no_such_sheet', { sheet: choices.sheet?.slice(0, 40) ?? '' });
  throw new SheetRefused('empty', { what: 'header' });
}

/** Columns of a sheet without a header, named by their number. */
function countedColumns({ leading }: OpenedSheet, limits: SheetLimits): string[] {
  const columns = Math.max(0, ...leading.map(({ cells }) => cells.length));
  if (columns > limits.columns) throw new SheetRefused('too_many_columns', { columns, limit: limits.columns });
  return Array.from({ length: columns }, (_, at) => `列${at + 1}`);
}

/** Cells and characters of a leading line that are shown to choose the header from. */
const shownCells = 12;
const shownCharacters = 40;

function placeOf({ leading, headerLine }: OpenedSheet): Pick<SheetHead, 'headerLine' | 'leading'> {
  const cut = (cell: string) => cell.slice(0, shownCharacters).toWellFormed();
  return {
    headerLine,
    leading: leading.map(({ line, cells }) => ({ line, cells: cells.slice(0, shownCells).map(cut) })),
  };
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
