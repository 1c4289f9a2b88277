import type { Filter } from '@dealtrail/protocol/kernel';
import { drillOf } from './drill.ts';

/** A stage as far as sums by stage need it. */
export interface PipelineStage {
  readonly key: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly position: number;
  readonly afterWin: boolean;
}

interface Sums {
  readonly stageKey: string;
  readonly count: number;
  readonly amountMinor: number;
  readonly weightedMinor: number;
}

/** Opportunities of one stage with the filter that opens them. */
export interface PipelineRow extends Sums {
  readonly name: { zh: string; en: string };
  readonly drill: string;
}

/**
 * The pipeline stage by stage in the order of the process: those a deal can stand in, empty ones too, and any other
 * that holds one, so that the rows add up to all. `choice` is what the sums were made of.
 */
export function pipelineOf(
  stages: readonly PipelineStage[],
  sums: readonly Sums[],
  choice: readonly Filter[],
): PipelineRow[] {
  const rows = stages
    .filter((stage) => (!stage.afterWin && stage.position > 0) || sums.some((sum) => sum.stageKey === stage.key))
    .map(({ key, name }) => ({ key, name }));
  const strange = sums.filter((sum) => !stages.some((stage) => stage.key === sum.stageKey));
  return [...rows, ...strange.map(({ stageKey }) => ({ key: stageKey, name: { zh: stageKey, en: stageKey } }))].map(
    ({ key, name }) => {
      const sum = sums.find(({ stageKey }) => stageKey === key);
      return {
        stageKey: key,
        name: { ...name },
        count: sum?.count ?? 0,
        amountMinor: sum?.amountMinor ?? 0,
        weightedMinor: sum?.weightedMinor ?? 0,
        drill: drillOf(...choice, { field: 'stageKey', op: 'eq', value: key }),
      };
    },
  );
}
