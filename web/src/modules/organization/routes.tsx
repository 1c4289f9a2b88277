import type { ScreenRoute } from '../../kernel/routing/index.ts';
import { settingsRoutes } from './settings-routes.ts';

const words = ['organization', 'auth'];
const join = async () => (await import('./screens/join.tsx')).Join;

/** Screens of the organisation: signing in, set-up, joining. */
export const routes: readonly ScreenRoute[] = [
  { path: '/sign-in', load: async () => (await import('./screens/sign-in.tsx')).SignIn, words, open: true },
  {
    path: '/forgot-password',
    load: async () => (await import('./screens/forgot-password.tsx')).ForgotPassword,
    words,
    open: true,
  },
  {
    path: '/reset-password',
    load: async () => (await import('./screens/reset-password.tsx')).ResetPassword,
    words,
    open: true,
  },
  {
    path: '/second-step',
    load: async () => (await import('./screens/second-step-due.tsx')).SecondStepDue,
    words,
    open: true,
  },
  { path: '/setup', load: async () => (await import('./screens/set-up.tsx')).SetUp, words, open: true },
  { path: '/join', load: join, words, open: true },
  { path: '/join/$token', load: join, words, open: true },
  { path: '/account', load: async () => (await import('./screens/own-account.tsx')).OwnAccount, words },
  ...settingsRoutes,
];
