import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['records', 'organization', 'audit'];

/** Screens of what all records have. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/recycle-bin',
    load: async () => (await import('./screens/recycle-bin.tsx')).RecycleBin,
    permission: 'member',
    words,
  },
  {
    path: '/settings/audit',
    load: async () => (await import('./screens/audit-page.tsx')).AuditPage,
    permission: 'audit.read',
    words: [...words, 'leads', 'customers', 'opportunities', 'activities', 'clocks'],
  },
  {
    path: '/merge',
    load: async () => (await import('./screens/merge.tsx')).MergeScreen,
    permission: 'member',
    words: [...words, 'leads', 'customers', 'opportunities', 'activities', 'clocks'],
  },
];
