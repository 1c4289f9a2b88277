import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['customers', 'records', 'bulk', 'views'];
const load = async () => (await import('./screens/customers.tsx')).Customers;
const loadNew = async () => (await import('./screens/new-customer.tsx')).NewCustomer;

/** Screens of customers; the page of one customer is a composition of several chapters. */
export const routes: readonly ScreenRoute[] = [
  { path: '/customers', load, words, permission: 'customers.read' },
  {
    path: '/settings/duplicates',
    load: async () => (await import('./screens/duplicate-rules.tsx')).DuplicateRules,
    words: [...words, 'organization'],
    permission: 'leads.manageRules',
  },
  {
    path: '/duplicates',
    load: async () => (await import('./screens/duplicate-pairs.tsx')).DuplicatePairs,
    words,
    permission: 'member',
  },
  { path: '/customers/new', load: loadNew, words, permission: 'customers.create' },
];
