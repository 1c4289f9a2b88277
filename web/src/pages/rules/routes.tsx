import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** Screens of the rules an organisation judges by. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/rules',
    load: async () => (await import('./screens/rule-books.tsx')).RuleBooks,
    permission: 'leads.manageRules',
    words: ['rules', 'leads', 'organization', 'bulk'],
  },
];
