import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The page after signing in: what to do now, why and by when. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/',
    load: async () => (await import('./screens/today.tsx')).Today,
    words: ['today', 'insights', 'clocks', 'activities', 'leads', 'opportunities'],
  },
];
