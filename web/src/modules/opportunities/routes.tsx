import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['opportunities', 'customers', 'activities', 'clocks', 'records', 'organization', 'bulk', 'views'];
const permission = 'opportunities.read';
const load = async () => (await import('./screens/opportunities.tsx')).Opportunities;
const loadNew = async () => (await import('./screens/new-opportunity.tsx')).NewOpportunity;
const loadPage = async () => (await import('./screens/opportunity-page.tsx')).OpportunityPage;

/** Screens of opportunities: board and list, a new one, the page of one. */
export const routes: readonly ScreenRoute[] = [
  { path: '/opportunities', load, words, permission },
  { path: '/opportunities/new', load: loadNew, words, permission: 'opportunities.create' },
  { path: '/opportunities/$id', load: loadPage, words: [...words, 'leads'], permission },
];
