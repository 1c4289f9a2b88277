import { getLead, listAssignmentRules, listLeads, unlistedSources } from '@dealtrail/protocol/leads';
import { previewFromLead } from '@dealtrail/protocol/opportunities';
import { useList, useOperation } from '../../kernel/client/index.ts';
import type { ListLook } from '../../kernel/views/index.ts';
import { writeFilter } from '../../kit/filter/index.ts';

/** Leads that are asked for, page by page. */
export function useLeads({ filter, q, sort, ready }: Pick<ListLook, 'filter' | 'q' | 'sort' | 'ready'>) {
  const query = { filter: writeFilter(filter), q: q || undefined, sort };
  return useList(listLeads, { query }, { live: ['lead'], enabled: ready });
}

/** One lead with everything its page shows. */
export function useLead(id: string) {
  return useOperation(getLead, { params: { id } }, { live: [id] });
}

/** What turning a lead into an opportunity would make. */
export function useConversion(leadId: string) {
  return useOperation(previewFromLead, { params: { leadId } }, { freshFor: 0 });
}

/** Assignment rules in the order they are tried. */
export function useAssignmentRules() {
  return useOperation(listAssignmentRules, {});
}

/** Source texts that are on no list, and leads without a source. */
export function useUnlistedSources() {
  return useOperation(unlistedSources, {});
}
