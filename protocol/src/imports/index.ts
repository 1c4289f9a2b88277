import { z } from 'zod';
import { ById, operation, OutId, OutInstant, Why } from '../kernel/index.ts';

export const ImportState = z.enum(['queued', 'running', 'paused', 'done', 'failed', 'cancelled']);
export type ImportState = z.infer<typeof ImportState>;

/** What happens to a row whose record is known already: it fills what is blank there, or it is left alone. */
export const KnownChoice = z.enum(['fill_blanks', 'skip']);
export type KnownChoice = z.infer<typeof KnownChoice>;

/**
 * Where an import stands. Every row is accounted for: created + merged + duplicates + rejected = rows once it is done;
 * what is missing from the sum of one that ended early was left untouched.
 */
export const ImportView = z.object({
  id: OutId,
  /** What its rows become, such as lead. */
  kind: z.string(),
  fileName: z.string(),
  /** Worksheet that is read; null for text. */
  sheet: z.string().nullable(),
  memberId: OutId,
  memberName: z.string(),
  state: ImportState,
  rows: z.number().int(),
  created: z.number().int(),
  merged: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** True for a trial run that writes nothing. */
  dryRun: z.boolean(),
  known: KnownChoice,
  encoding: z.string().nullable(),
  mapping: z.record(z.string(), z.string()),
  /** Message key of what ended it early. */
  problem: z.string().nullable(),
  /** First rejected rows, to show while the file is prepared. */
  samples: z.array(z.object({ line: z.number().int(), problems: z.array(Why) })),
  errorFile: z.boolean(),
  createdAt: OutInstant,
  finishedAt: OutInstant.nullable(),
});
export type ImportView = z.infer<typeof ImportView>;

/** What the mapping screen shows of a file. */
export const SheetPeek = z.object({
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  /** Names of the worksheets, and of the one that is shown. */
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  /** Line the header was found on; 0 where there is none and columns are counted. */
  headerLine: z.number().int(),
  /** The first lines with content, cut short, to choose the header from. */
  leading: z.array(z.object({ line: z.number().int(), cells: z.array(z.string()) })),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  suggested: z.record(z.string(), z.string()),
  /** How a file with these headings was mapped the last time. */
  remembered: z
    .object({
      id: OutId,
      name: z.string(),
      mapping: z.record(z.string(), z.string()),
      memberName: z.string(),
      usedAt: OutInstant,
    })
    .nullable(),
  /** What may be chosen for rows whose record is known; the first holds unless another is asked for. */
  known: z.array(KnownChoice),
});
export type SheetPeek = z.infer<typeof SheetPeek>;

export const importsProblems = {
  sheet_refused: 422,
  mapping_invalid: 422,
  file_missing: 422,
  import_not_running: 409,
  import_not_paused: 409,
  import_over: 409,
} as const;

const own = { params: ById, permission: 'member', offline: 'online' } as const;

export const getImport = operation({
  ...own,
  id: 'imports.get',
  method: 'GET',
  path: '/imports/:id',
  result: ImportView,
  problems: [],
  summary: 'Progress and result of an import: an own one, or with audit.read that of anybody.',
});

export const pauseImport = operation({
  ...own,
  id: 'imports.pause',
  method: 'POST',
  path: '/imports/:id/pause',
  result: ImportView,
  problems: ['import_not_running'],
  summary: 'Stops an own import behind the last batch that was taken in; it keeps its place.',
});

export const resumeImport = operation({
  ...own,
  id: 'imports.resume',
  method: 'POST',
  path: '/imports/:id/resume',
  result: ImportView,
  problems: ['import_not_paused'],
  summary: 'Lets a paused import go on behind the last row that was taken in.',
});

export const cancelImport = operation({
  ...own,
  id: 'imports.cancel',
  method: 'POST',
  path: '/imports/:id/cancel',
  result: ImportView,
  problems: ['import_over'],
  summary: 'Ends an own import: what was taken in stays, the rows after it are left untouched.',
});

export const importErrors = operation({
  ...own,
  id: 'imports.errors',
  method: 'GET',
  path: '/imports/:id/errors',
  resultKind: 'file',
  problems: [],
  summary: 'The rejected rows of an own import with a column 错误原因, as a file in the form that was sent.',
});

export const forgetMapping = operation({
  ...own,
  id: 'imports.forgetMapping',
  method: 'DELETE',
  path: '/import-mappings/:id',
  problems: [],
  summary: 'Forgets how files with these headings were mapped; whoever may import the kind may do so.',
});
