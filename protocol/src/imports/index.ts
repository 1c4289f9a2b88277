import { z } from 'zod';
import { OutId, OutInstant, Why } from '../kernel/index.ts';

export const ImportState = z.enum(['queued', 'running', 'paused', 'done', 'failed']);
export type ImportState = z.infer<typeof ImportState>;

/** Where an import stands. Every row is accounted for: created + merged + duplicates + rejected = rows. */
export const ImportView = z.object({
  id: OutId,
  fileName: z.string(),
  state: ImportState,
  rows: z.number().int(),
  created: z.number().int(),
  merged: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  /** True for a trial run that writes nothing. */
  dryRun: z.boolean(),
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
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  suggested: z.record(z.string(), z.string()),
});
export type SheetPeek = z.infer<typeof SheetPeek>;

export const importsProblems = { sheet_refused: 422, mapping_invalid: 422, file_missing: 422 } as const;
