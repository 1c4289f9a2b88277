import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['reviews', 'clocks', 'activities', 'insights', 'leads'];

/** Screens of checks and reviews. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/reviews',
    load: async () => (await import('./screens/review-list.tsx')).ReviewList,
    permission: 'reviews.read',
    words,
  },
  {
    path: '/reviews/$id',
    load: async () => (await import('./screens/review-page.tsx')).ReviewPage,
    permission: 'reviews.read',
    words,
  },
];
