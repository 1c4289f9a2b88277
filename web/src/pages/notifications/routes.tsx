import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['notifications', 'organization'];

/** What concerned the member, and what they want to hear of. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/notifications',
    load: async () => (await import('./screens/notification-centre.tsx')).NotificationCentre,
    words,
  },
  {
    path: '/settings/notifications',
    load: async () => (await import('./screens/notification-preferences.tsx')).NotificationPreferences,
    words,
  },
];
