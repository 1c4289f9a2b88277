import { campaigns } from '@dealtrail/protocol/insights';
import { listLeads } from '@dealtrail/protocol/leads';
import { useList, useOperation } from '../../kernel/client/index.ts';

/** Campaigns side by side, or one of them. */
export function useCampaigns(id?: string) {
  return useOperation(campaigns, { query: id === undefined ? {} : { id } }, { live: ['lead'] });
}

/** The latest leads of a campaign. */
export function useCampaignLeads(id: string) {
  return useList(listLeads, {
    query: { filter: JSON.stringify({ field: 'campaignId', op: 'eq', value: id }), sort: '-createdAt', limit: 10 },
  });
}
