import { Why } from '@dealtrail/protocol/kernel';
import { RoleKey } from '@dealtrail/protocol/organization';
import { z } from 'zod';

const Key = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);
const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** A task made when a stage is entered; one that is required must be done before the stage is left. */
export const TaskTemplate = z.strictObject({
  key: Key,
  /** A message of the product, or the organisation's own words. */
  title: z.union([z.string().min(1), Why]),
  required: z.boolean(),
  dueInDays: z.int().min(0).max(365),
  role: RoleKey,
});
export type TaskTemplate = z.infer<typeof TaskTemplate>;

export const SalesStage = z.strictObject({
  key: Key,
  name: Words,
  position: z.int().min(0),
  /** Percent. */
  probability: z.int().min(0).max(100),
  /** After the win: outside the open pipeline and the win rate. */
  afterWin: z.boolean(),
  /** Fields of the opportunity that must be filled before the stage is left. */
  requiredFields: z.array(z.string().min(1)),
  /** Kinds of evidence that must be recorded before the stage is left. */
  requiredEvidence: z.array(Key),
  tasks: z.array(TaskTemplate),
  maxDays: z.int().positive().nullable(),
  guidance: Words.nullable(),
});
export type SalesStage = z.infer<typeof SalesStage>;

/** A sales process: its stages in order, where an opportunity opens and which stage it leaves as won. */
export const SalesProcess = z
  .strictObject({
    key: Key,
    version: z.int().min(1),
    name: Words,
    opensAt: Key,
    wonOnLeaving: Key,
    stages: z.array(SalesStage).min(2).max(20),
  })
  .superRefine((process, context) => {
    const keys = process.stages.map((stage) => stage.key);
    const opens = keys.indexOf(process.opensAt);
    const won = keys.indexOf(process.wonOnLeaving);
    const sound =
      new Set(keys).size === keys.length &&
      opens >= 0 &&
      won >= opens &&
      process.stages.every((stage, place) => stage.position === place && stage.afterWin === place > won);
    if (!sound) context.addIssue({ code: 'custom', message: 'process_stages_unsound' });
  });
export type SalesProcess = z.infer<typeof SalesProcess>;

/** Whether a stage lies ahead of another or behind it; `unknown` when the process has no such stage. */
export function stageMove(
  process: SalesProcess,
  from: string,
  to: string,
): 'forward' | 'backward' | 'same' | 'unknown' {
  const start = placeOf(process, from);
  const end = placeOf(process, to);
  if (start < 0 || end < 0) return 'unknown';
  if (start === end) return 'same';
  return end > start ? 'forward' : 'backward';
}

/** The stage after this one; undefined after the last. */
export const nextStage = (process: SalesProcess, key: string): SalesStage | undefined => {
  const place = placeOf(process, key);
  return place < 0 ? undefined : process.stages[place + 1];
};

/** Position of a stage, counted from 0; -1 when the process has none of that key. */
export const placeOf = (process: SalesProcess, key: string): number =>
  process.stages.findIndex((stage) => stage.key === key);
