import type { Filter } from '@dealtrail/protocol/kernel';
import { drillOf } from './drill.ts';

/** A stage as far as sums by stage need it. */
export interface PipelineStage {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly position: number;
  readonly afterWin: boolean;
}

/** Opportunities of one stage: how many, and what they come to in each currency, the organisation's first. */
interface StageSums {
  readonly count: number;
  readonly sums: readonly { readonly currency: string; readonly amountMinor: number; readonly weightedMinor: number }[];
}

/** Opportunities of one stage with the filters that open them, and those of each currency. */
export interface PipelineRow {
  readonly stageKey: string;
  readonly name: { zh: string; en: string };
  readonly count: number;
  readonly sums: { currency: string; amountMinor: number; weightedMinor: number; drill: string }[];
  readonly drill: string;
}

/** What the rows of a pipeline are made of: the stages a deal was found in, their sums, and the choice both were made of. */
interface Pipeline {
  readonly found: readonly string[];
  readonly sumsOf: (stageKey: string) => StageSums;
  readonly choice: readonly Filter[];
}

/**
 * The pipeline stage by stage in the order of the process: those a deal can stand in, empty ones too, and any other
 * that holds one, so that the rows add up to all.
 */
export function pipelineOf(stages: readonly PipelineStage[], { found, sumsOf, choice }: Pipeline): PipelineRow[] {
  const rows = stages
    .filter((stage) => (!stage.afterWin && stage.position > 0) || found.includes(stage.key))
    .map(({ key, name }) => ({ key, name }));
  const strange = [...new Set(found)].filter((key) => !stages.some((stage) => stage.key === key));
  return [...rows, ...strange.map((key) => ({ key, name: { zh: key, en: key } }))].map(({ key, name }) => {
    const { count, sums } = sumsOf(key);
    const here: Filter[] = [...choice, { field: 'stageKey', op: 'eq', value: key }];
    return {
      stageKey: key,
      name: { ...name },
      count,
      sums: sums.map((sum) => ({
        ...sum,
        drill: drillOf(...here, { field: 'currency', op: 'eq', value: sum.currency }),
      })),
      drill: drillOf(...here),
    };
  });
}
