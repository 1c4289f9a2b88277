import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { SheetRefused, type SheetDelimiter, type SheetEncoding, type SheetRow } from '../sheet.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { detectEncoding } from './detect-encoding.ts';

const chunkBytes = 256 * 1024;
/** A record longer than this is taken for a quote that was opened and never closed. */
const recordCharacters = 8 * 1024 * 1024;
const rowsPerYield = 200;

/** Opens delimited text: tells encoding and delimiter at once, then gives the raw rows in file order. */
export function openCsv(
  bytes: Buffer,
  asked?: SheetDelimiter,
): {
  encoding: SheetEncoding;
  delimiter: SheetDelimiter;
  rows: AsyncGenerator<SheetRow[]>;
} {
  const { encoding, markBytes } = detectEncoding(bytes);
  const text = bytes.subarray(markBytes);
  const delimiter = asked ?? detectDelimiter(new TextDecoder(encoding).decode(text.subarray(0, chunkBytes)));
  return { encoding, delimiter, rows: readRows(text, encoding, delimiter) };
}

async function* readRows(text: Buffer, encoding: SheetEncoding, delimiter: string): AsyncGenerator<SheetRow[]> {
  const lines = createLineCounter();
  const parser = Readable.from(decoded(text, encoding)).pipe(
    parse({
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: recordCharacters,
      on_record: (cells: string[], info) => lines.note(cells, info.lines),
    }),
  );
  let batch: SheetRow[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      batch.push({ line: lines.take(), cells });
      if (batch.length === rowsPerYield) {
        yield batch;
        batch = [];
      }
    }
  } catch (error) {
    throw asRefusal(error, lines.next());
  }
  if (batch.length > 0) yield batch;
}

function* decoded(text: Buffer, encoding: SheetEncoding): Generator<Buffer | string> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  for (let at = 0; at < text.length; at += chunkBytes) {
    const slice = text.subarray(at, at + chunkBytes);
    // csv-parse works on UTF-8 bytes itself and shows a bad byte as U+FFFD, like the decoder does.
    yield decoder ? decoder.decode(slice, { stream: true }) : slice;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

// csv-parse tells the last line of a record, people look for the first; and inside quotes it takes CR LF for two lines.
function createLineCounter() {
  const noted: number[] = [];
  let countedTwice = 0;
  let next = 1;
  return {
    /** Notes the first line of a record of which csv-parse counted the last. */
    note(cells: string[], counted: number): string[] {
      let inside = 0;
      let pairs = 0;
      for (const cell of cells) {
        if (!cell.includes('\n') && !cell.includes('\r')) continue;
        inside += cell.match(/[\r\n]/g)?.length ?? 0;
        pairs += cell.match(/\r\n/g)?.length ?? 0;
      }
      noted.push(counted - countedTwice - inside);
      countedTwice += pairs;
      next = counted - countedTwice + 1;
      return cells;
    },
    /** The first line of the oldest record not taken yet. */
    take: () => noted.shift() ?? next,
    /** The line after the last whole record. */
    next: () => next,
  };
}

function asRefusal(error: unknown, line: number): unknown {
  if (!(error instanceof CsvError)) return error;
  const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  return new SheetRefused('broken', { reason: unclosed ? 'quote_not_closed' : 'csv', line });
}
