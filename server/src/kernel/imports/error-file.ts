import { extname } from 'node:path';
import { PassThrough, type Readable } from 'node:stream';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';
import type { Messages, RowSource } from '../house/module.ts';
import { type RefusedRow, writeErrorFile } from './box/index.ts';
import { reasonInWords } from './refuse-sheet.ts';

const PAGE = 500;

type Sentences = Messages['zh'];

async function* rejectedRows(rows: RowSource, importId: string, sentences: Sentences): AsyncGenerator<RefusedRow> {
  let after = 0;
  for (;;) {
    const page = await rows.many(sql<{ line: number; cells: string[]; problems: Why[] }>`
      select line, cells, problems from seen.import_rejects
      where org_id = ${rows.orgId}::uuid and import_id = ${importId}::uuid and line > ${after} order by line limit ${PAGE}`);
    for (const { line, cells, problems } of page) {
      yield { line, cells, problems: problems.map((reason) => reasonInWords(reason, sentences)) };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    after = last.line;
  }
}

/** What a browser is told of the error file. */
export interface ErrorFile {
  readonly name: string;
  readonly contentType: string;
  readonly stream: Readable;
}

/** The rejected rows of an import with a column of reasons, in the form that was sent: CSV or XLSX. */
export function errorFileOf(row: RowOf<'imports'>, rows: RowSource, sentences: Sentences): ErrorFile {
  const format = row.encoding === null ? 'xlsx' : 'csv';
  const stream = new PassThrough();
  const heading = sentences['imports.reason_heading'];
  writeErrorFile(stream, {
    header: row.header ?? [],
    rows: rejectedRows(rows, row.id, sentences),
    format,
    ...(heading === undefined ? {} : { reasonHeading: heading }),
  }).catch((error: unknown) => stream.destroy(error as Error));
  const stem = row.fileName.slice(0, row.fileName.length - extname(row.fileName).length);
  return {
    name: `${stem}-${sentences['imports.error_file_suffix'] ?? 'errors'}.${format}`,
    contentType:
      format === 'csv'
        ? 'text/csv; charset=utf-8'
        : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    stream,
  };
}
