import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['organization'];

/** Screens of the organisation: signing in, set-up, joining. */
export const routes: readonly ScreenRoute[] = [
  { path: '/sign-in', load: () => import('./screens/sign-in.tsx'), words, open: true },
  { path: '/setup', load: () => import('./screens/set-up.tsx'), words, open: true },
  { path: '/join/$token', load: () => import('./screens/join.tsx'), words, open: true },
];
