import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The demo: making it, looking through its people, removing it. */
export const routes: readonly ScreenRoute[] = [
  { path: '/demo', load: async () => (await import('./screens/demo.tsx')).Demo, words: ['demo', 'organization'] },
];
