import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { peekSheet, readSheet, type ReadSheetOptions, type SheetPeek } from '../read-sheet.ts';
import type { SheetRow, SheetSummary } from '../sheet.ts';

export type Reading = Partial<Omit<ReadSheetOptions, 'path' | 'onRows'>>;

/** Puts the bytes into a file of its own folder, which is gone when the work is done. */
export async function withFile<T>(content: string | Buffer, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'sheet-'));
  try {
    const path = join(folder, 'upload');
    await writeFile(path, content);
    return await work(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Reads a whole sheet through the box and gathers its rows. */
export function readAll(
  content: string | Buffer,
  options: Reading = {},
): Promise<{ summary: SheetSummary; rows: SheetRow[]; batches: number[] }> {
  return withFile(content, async (path) => {
    const rows: SheetRow[] = [];
    const batches: number[] = [];
    const summary = await readSheet({
      name: 'upload.csv',
      onHeader: () => {},
      ...options,
      path,
      onRows: async (batch) => {
        batches.push(batch.length);
        rows.push(...batch);
      },
    });
    return { summary, rows, batches };
  });
}

/** Peeks into a sheet through the box. */
export function peek(content: string | Buffer, options?: Parameters<typeof peekSheet>[1]): Promise<SheetPeek> {
  return withFile(content, (path) => peekSheet(path, options));
}
