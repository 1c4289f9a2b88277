import { createWriteStream } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvText, xlsxStream } from '../../sheets/index.ts';

/** A row that was refused, as it stood in the file, with reasons in the words of the person's language. */
export type RefusedRow = { line: number; cells: string[]; problems: string[] };

export type ErrorFile = {
  header: string[];
  rows: AsyncIterable<RefusedRow>;
  format: 'csv' | 'xlsx';
  /** Heading of the column of reasons; 错误原因 unless given. */
  reasonHeading?: string;
};

/**
 * Writes the refused rows with their original columns and one column of reasons, to be corrected and imported again.
 * CSV is UTF-8 with a byte order mark, so that Excel reads Chinese. A file that already has the column of reasons,
 * because it is itself a corrected error file, gets no second one. The target is a path or a stream.
 */
export async function writeErrorFile(target: string | Writable, file: ErrorFile): Promise<void> {
  const heading = file.reasonHeading ?? '错误原因';
  const lines = marked(file, heading);
  const rows = file.format === 'csv' ? csvText(lines) : xlsxStream({ sheets: [{ name: heading, rows: lines }] });
  await pipeline(Readable.from(rows), typeof target === 'string' ? createWriteStream(target) : target);
}

async function* marked({ header, rows }: ErrorFile, heading: string): AsyncGenerator<string[]> {
  const found = header.indexOf(heading);
  const place = found < 0 ? header.length : found;
  const replaced = found < 0 ? 0 : 1;
  yield header.toSpliced(place, replaced, heading);
  for await (const { cells, problems } of rows) {
    const padded = cells.length < header.length ? [...cells, ...Array(header.length - cells.length).fill('')] : cells;
    // Surplus cells end up behind the reasons, so that no original column moves.
    yield padded.toSpliced(place, replaced, problems.join('；'));
  }
}
