import type { ScreenRoute } from '../../kernel/routing/index.ts';
import { transferWords } from '../../kernel/transfers/words.ts';

const words = ['organization', 'auth'];
const permission = 'organization.manage';
const reading = 'organization.read';

/** Screens of the settings that belong to the organisation. */
export const settingsRoutes: readonly ScreenRoute[] = [
  {
    path: '/settings',
    load: async () => (await import('./screens/organization-settings.tsx')).OrganizationSettings,
    words,
  },
  {
    path: '/settings/departments',
    load: async () => (await import('./screens/departments.tsx')).Departments,
    permission,
    words,
  },
  {
    path: '/settings/members/import',
    load: async () => (await import('./screens/import-members.tsx')).ImportMembers,
    permission,
    words: [...words, ...transferWords],
  },
  {
    path: '/settings/members',
    load: async () => (await import('./screens/members.tsx')).Members,
    permission: reading,
    words,
  },
  {
    path: '/settings/invitations',
    load: async () => (await import('./screens/invitations.tsx')).Invitations,
    permission,
    words,
  },
  {
    path: '/settings/roles',
    load: async () => (await import('./screens/roles.tsx')).Roles,
    permission: reading,
    words,
  },
  { path: '/settings/sign-ins', load: async () => (await import('./screens/sign-ins.tsx')).SignIns, permission, words },
  { path: '/settings/api-keys', load: async () => (await import('./screens/api-keys.tsx')).ApiKeys, words },
];
