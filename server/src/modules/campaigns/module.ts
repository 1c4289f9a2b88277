import { campaignsProblems } from '@dealtrail/protocol/campaigns';
import { campaignsEn, campaignsZh } from '@dealtrail/protocol/campaigns/messages';
import type { Module } from '../../kernel/house/module.ts';
import { createCampaign, listCampaignNames, listCampaigns, updateCampaign } from './operations/manage-campaigns.ts';

/** Campaigns: what brings leads, and what it cost. */
export const campaigns: Module = {
  name: 'campaigns',
  permissions: ['campaigns.read', 'campaigns.manage'],
  problems: campaignsProblems,
  messages: { zh: campaignsZh, en: campaignsEn },
  constraints: { campaigns_pk: 'already_exists', campaign_names_pk: 'conflict' },
  routes: [listCampaigns, listCampaignNames, createCampaign, updateCampaign],
};
