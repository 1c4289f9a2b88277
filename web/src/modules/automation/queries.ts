import {
  type AutomationRun,
  automationVocabulary,
  listAutomations,
  listRuns,
  listVersions,
  type RunOutcome,
} from '@dealtrail/protocol/automation';
import { type CursorPage, useOperation, usePages } from '../../kernel/client/index.ts';

/** What may set an automation going changes with the product alone. */
const FRESH_MS = 3_600_000;

/** Automations with what each did, and whether any runs. */
export function useAutomations() {
  return useOperation(listAutomations, {});
}

/** The events that may set an automation going. */
export function useVocabulary() {
  return useOperation(automationVocabulary, {}, { freshFor: FRESH_MS });
}

/** What automations did and did not do, of one of them or of all. */
export function useRuns(automationId: string | undefined, outcome: RunOutcome | undefined) {
  return usePages<CursorPage<AutomationRun>>(listRuns, { query: { automationId, outcome } });
}

/** What an automation was, and who changed it when. */
export function useVersions(id: string) {
  return useOperation(listVersions, { params: { id } });
}
