import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The phone page of a stand. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/stand/$id',
    load: async () => (await import('./screens/stand.tsx')).Stand,
    permission: 'leads.create',
    words: ['stand', 'campaigns', 'leads', 'customers'],
  },
];
