import { getImport } from '@dealtrail/protocol/imports';
import { getLead, listAssignmentRules, listLeads, unlistedSources } from '@dealtrail/protocol/leads';
import { previewFromLead } from '@dealtrail/protocol/opportunities';
import { useList, useOperation, useTotal } from '../../kernel/client/index.ts';
import { type Filter, writeFilter } from '../../kit/filter/index.ts';
import { underWay } from './import-account.ts';

/** Counts on tabs may lag behind by this much. */
const COUNT_FRESH_MS = 60_000;

/** A running import is asked about this often, a waiting one too. */
const IMPORT_EVERY_MS = 1_000;

interface Asked {
  readonly filter: Filter | undefined;
  readonly q: string;
  readonly sort: string;
}

/** Leads that are asked for, page by page. */
export function useLeads({ filter, q, sort }: Asked) {
  return useList(listLeads, { query: { filter: writeFilter(filter), q: q || undefined, sort } }, ['lead']);
}

/** How many leads a filter asks for. */
export function useLeadCount(filter: Filter | undefined) {
  return useTotal(listLeads, { query: { filter: writeFilter(filter) } }, COUNT_FRESH_MS);
}

/** One lead with everything its page shows. */
export function useLead(id: string) {
  return useOperation(getLead, { params: { id } }, { live: [id] });
}

/** What turning a lead into an opportunity would make. */
export function useConversion(leadId: string) {
  return useOperation(previewFromLead, { params: { leadId } }, { freshFor: 0 });
}

/** One import, asked again while it is under way. */
export function useImport(id: string | undefined) {
  const input = { params: { id: id ?? '' } };
  const first = useOperation(getImport, input, { enabled: id !== undefined });
  const moves = first.data ? underWay(first.data) : false;
  useOperation(getImport, input, { enabled: id !== undefined && moves, every: moves && IMPORT_EVERY_MS });
  return first;
}

/** Assignment rules in the order they are tried. */
export function useAssignmentRules() {
  return useOperation(listAssignmentRules, {});
}

/** Source texts that are on no list, and leads without a source. */
export function useUnlistedSources() {
  return useOperation(unlistedSources, {});
}
