import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['customer', 'customers', 'records', 'bulk', 'opportunities', 'activities', 'clocks', 'leads'];

/** The page of one customer, put together from every chapter that knows something about it. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/customers/$id',
    load: async () => (await import('./screens/customer-page.tsx')).CustomerPage,
    words,
    permission: 'customers.read',
  },
];
