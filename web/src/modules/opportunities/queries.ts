import {
  advanceStage,
  board,
  closeOpportunity,
  getOpportunity,
  getProcess,
  previewAdvance,
  recordSigning,
  updateOpportunity,
} from '@dealtrail/protocol/opportunities';
import { useAct, useOperation } from '../../kernel/client/index.ts';

const BOARD_FRESH_MS = 3_000;

/** The board behind a filter (JSON text); what others change on it is seen as it happens. */
export const useBoard = (filter: string | undefined, enabled = true) =>
  useOperation(
    board,
    { query: filter ? { filter } : {} },
    { live: ['opportunity'], freshFor: BOARD_FRESH_MS, keep: true, enabled },
  );

/** One opportunity with its stages, gate, tasks and clocks. */
export const useOpportunity = (id: string) =>
  useOperation(getOpportunity, { params: { id } }, { freshFor: BOARD_FRESH_MS, live: [id] });

/** The process new opportunities run on. */
export const useProcess = () => useOperation(getProcess, {}, { freshFor: 5 * 60_000 });

/** What stands between an opportunity and a stage, at this moment. */
export const useGate = (id: string, to: string) => useOperation(previewAdvance, { params: { id, to } });

/** Reads that an act on an opportunity puts out of date, here and in the chapters around. */
export const concerned = [
  'opportunities.*',
  'activities.*',
  'customers.*',
  'leads.*',
  'insights.*',
  'clocks.*',
] as const;

export const useAdvance = () => useAct(advanceStage, { invalidates: concerned });
export const useUpdate = () => useAct(updateOpportunity, { invalidates: concerned });
export const useClose = () => useAct(closeOpportunity, { invalidates: concerned });
export const useSigning = () => useAct(recordSigning, { invalidates: concerned });
