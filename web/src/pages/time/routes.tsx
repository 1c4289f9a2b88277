import type { ScreenRoute } from '../../kernel/routing/index.ts';

const words = ['time', 'clocks', 'calendar', 'organization'];
const permission = 'organization.manage';

/** Screens of the settings of time. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/settings/clocks',
    load: async () => (await import('./screens/clock-policies.tsx')).ClockPolicies,
    permission,
    words,
  },
  {
    path: '/settings/clock-reasons',
    load: async () => (await import('./screens/clock-reasons.tsx')).ClockReasons,
    permission,
    words,
  },
  {
    path: '/settings/calendar',
    load: async () => (await import('./screens/work-calendar.tsx')).WorkCalendar,
    permission,
    words,
  },
];
