import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['campaigns', 'leads'];

/** Campaigns side by side, and one of them. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/campaigns',
    load: async () => (await import('./screens/campaign-list.tsx')).CampaignList,
    permission: 'campaigns.read',
    words,
  },
  {
    path: '/campaigns/$id',
    load: async () => (await import('./screens/campaign.tsx')).CampaignPage,
    permission: 'campaigns.read',
    words,
  },
];
