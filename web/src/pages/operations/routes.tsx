import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['operations', 'organization', 'jobs'];

/** The work behind the pages, for who runs the organisation. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/operations',
    load: async () => (await import('./screens/operations.tsx')).Operations,
    permission: 'organization.manage',
    words,
  },
];
