import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['forms'];

/** Screens of web forms and doors for other systems: the settings, and the pages visitors see. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/forms',
    load: async () => (await import('./screens/web-forms.tsx')).WebForms,
    permission: 'leads.manageRules',
    words: [...words, 'leads', 'organization'],
  },
  {
    path: '/settings/webhooks',
    load: async () => (await import('./screens/inbound-hooks.tsx')).InboundHooks,
    permission: 'leads.manageRules',
    words: [...words, 'leads', 'organization'],
  },
  { path: '/f/$key', load: async () => (await import('./screens/public-form.tsx')).PublicForm, open: true, words },
  { path: '/f/$key/thanks', load: async () => (await import('./screens/thanks.tsx')).Thanks, open: true, words },
];
