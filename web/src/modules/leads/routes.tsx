import type { ScreenRoute } from '../../kernel/routing/index.ts';
import { transferWords } from '../../kernel/transfers/words.ts';

const words = ['leads', 'activities', 'clocks', 'customers', 'records', 'imports', 'bulk', 'views'];

/** Screens of leads. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/leads',
    load: async () => (await import('./screens/lead-list.tsx')).LeadList,
    permission: 'leads.read',
    words,
  },
  {
    path: '/leads/new',
    load: async () => (await import('./screens/new-lead.tsx')).NewLead,
    permission: 'leads.create',
    words,
  },
  {
    path: '/leads/import',
    load: async () => (await import('./screens/import-leads.tsx')).ImportLeads,
    permission: 'leads.import',
    words: [...words, ...transferWords],
  },
  {
    path: '/pools',
    load: async () => (await import('./screens/pools.tsx')).Pools,
    permission: 'leads.claim',
    words,
  },
  {
    path: '/pools/statistics',
    load: async () => (await import('./screens/pool-statistics.tsx')).PoolStatistics,
    permission: 'leads.claim',
    words,
  },
  {
    path: '/settings/pools',
    load: async () => (await import('./screens/pool-settings.tsx')).PoolSettings,
    permission: 'leads.manageRules',
    words: [...words, 'organization'],
  },
  {
    path: '/settings/assignment',
    load: async () => (await import('./screens/assignment-rules.tsx')).AssignmentRules,
    permission: 'leads.manageRules',
    words: [...words, 'organization'],
  },
  {
    path: '/settings/assignment/fairness',
    load: async () => (await import('./screens/assignment-fairness.tsx')).AssignmentFairness,
    permission: 'leads.manageRules',
    words: [...words, 'organization'],
  },
  {
    path: '/settings/sources',
    load: async () => (await import('./screens/source-tray.tsx')).SourceTray,
    permission: 'leads.manageRules',
    words: [...words, 'organization'],
  },
  {
    path: '/leads/$id',
    load: async () => (await import('./screens/lead.tsx')).LeadRecord,
    permission: 'leads.read',
    words,
  },
];
