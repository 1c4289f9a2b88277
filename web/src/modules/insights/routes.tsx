import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The page of conversion and funnel. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/insights',
    load: async () => (await import('./screens/insights.tsx')).Insights,
    permission: 'insights.read',
    words: ['insights', 'leads', 'opportunities'],
  },
];
