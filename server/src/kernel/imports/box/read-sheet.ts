import { type FileHandle, open } from 'node:fs/promises';
import { withBoxSlot } from './box-slots.ts';
import type { BoxJob } from './box-talk.ts';
import { runBox } from './run-box.ts';
import {
  type SheetChoices,
  type SheetHead,
  type SheetLimits,
  sheetLimits,
  SheetRefused,
  type SheetRow,
  type SheetSummary,
} from './sheet.ts';

/** Rows shown on the mapping screen. */
const peekRows = 20;

export type ReadSheetOptions = {
  path: string;
  /** The name the person gave the file; only its ending is looked at, to tell when it lies. */
  name: string;
  limits?: Partial<SheetLimits>;
  choices?: SheetChoices;
  /** Rows up to this line were taken by an earlier reading: they are counted, not delivered again. */
  afterLine?: number;
  onHeader(head: SheetHead): void;
  /** Takes up to 200 rows; the file is read on only when the promise is settled. */
  onRows(batch: SheetRow[]): Promise<void>;
  signal?: AbortSignal;
};

/**
 * Reads a foreign XLSX or CSV file in a child process, batch by batch. Throws SheetRefused when the file cannot be read
 * as a whole; as that may come to light late (row limit, damage at the end), batches may have been delivered before.
 */
export async function readSheet(options: ReadSheetOptions): Promise<SheetSummary> {
  const limits = { ...sheetLimits, ...options.limits };
  const { choices = {}, afterLine = 0 } = options;
  const job = { limits, choices, afterLine, sendRows: Number.MAX_SAFE_INTEGER, countAll: true };
  return readInBox(options.path, options.name, job, options, options.signal);
}

/** The mapping screen's view of a file: head, first rows, and how many rows there are where `count` asked for it. */
export type SheetPeek = SheetHead & { firstRows: SheetRow[]; rows: number | undefined; nameMismatch: boolean };

/**
 * Shows the header and the first 20 rows of a file. With `count` the whole file is read through, so that its number of
 * rows and every reason to refuse it are known before an import begins. Throws SheetRefused.
 */
export async function peekSheet(
  path: string,
  options: {
    name?: string;
    count?: boolean;
    limits?: Partial<SheetLimits>;
    choices?: SheetChoices;
    signal?: AbortSignal;
  } = {},
): Promise<SheetPeek> {
  const limits = { ...sheetLimits, ...options.limits };
  const firstRows: SheetRow[] = [];
  const listener = {
    onHeader: () => {},
    onRows: async (batch: SheetRow[]) => void firstRows.push(...batch),
  };
  const { choices = {} } = options;
  const job = { limits, choices, afterLine: 0, sendRows: peekRows, countAll: options.count ?? false };
  const { rows, ...summary } = await readInBox(path, options.name ?? '', job, listener, options.signal);
  return { ...summary, firstRows, rows: options.count ? rows : undefined };
}

async function readInBox(
  path: string,
  name: string,
  job: Omit<BoxJob, 'kind' | 'bytes'>,
  listener: Pick<ReadSheetOptions, 'onHeader' | 'onRows'>,
  signal: AbortSignal | undefined,
): Promise<SheetSummary> {
  const file = await open(path, 'r');
  try {
    const bytes = await acceptedSize(file, job.limits);
    let head: SheetHead | undefined;
    const onHead = (told: SheetHead) => {
      head = told;
      listener.onHeader(told);
    };
    const boxJob = { ...job, kind: 'read' as const, bytes };
    const rows = await withBoxSlot(signal, () => runBox(file, boxJob, { onHead, onRows: listener.onRows }, signal));
    if (!head) throw new SheetRefused('empty', { what: 'header' });
    return { ...head, rows, nameMismatch: isMismatch(name, head.kind) };
  } finally {
    await file.close();
  }
}

async function acceptedSize(file: FileHandle, limits: SheetLimits): Promise<number> {
  const { size } = await file.stat();
  if (size === 0) throw new SheetRefused('empty', { what: 'file' });
  if (size > limits.bytes) throw new SheetRefused('too_large', { bytes: size, limit: limits.bytes });
  return size;
}

function isMismatch(name: string, kind: 'csv' | 'xlsx'): boolean {
  const ending = name.match(/\.(csv|txt|tsv|xlsx|xlsm|xls)$/i)?.[1]?.toLowerCase();
  if (ending === undefined) return false;
  return kind === 'xlsx' ? !ending.startsWith('xlsx') && ending !== 'xlsm' : ending.startsWith('xls');
}
