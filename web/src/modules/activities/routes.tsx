import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** Screens of follow-ups. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/follow-up-templates',
    load: async () => (await import('./screens/templates.tsx')).Templates,
    words: ['activities', 'organization'],
  },
  {
    path: '/follow-up-quality',
    load: async () => (await import('./screens/quality.tsx')).FollowUpQuality,
    words: ['activities'],
  },
  {
    path: '/settings/watched',
    load: async () => (await import('./screens/watched.tsx')).Watched,
    words: ['activities', 'organization'],
  },
];
