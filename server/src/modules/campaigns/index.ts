export { foldCampaignName } from './rules/campaign-name.ts';
export { campaignsMeantBy, campaignsQuery } from './store/campaign-store.ts';
