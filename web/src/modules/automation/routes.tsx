import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The screen of automations, among the settings. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/automation',
    load: async () => (await import('./screens/automations.tsx')).Automations,
    permission: 'automation.manage',
    words: ['automation', 'leads', 'customers', 'opportunities', 'organization', 'campaigns'],
  },
];
