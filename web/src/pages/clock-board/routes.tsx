import type { ScreenRoute } from '../../kernel/routing/index.ts';

/** The board of every clock. */
export const routes: readonly ScreenRoute[] = [
  {
    path: '/clocks',
    load: async () => (await import('./screens/clock-board.tsx')).ClockBoard,
    permission: 'member',
    words: ['clock-board', 'clocks', 'activities', 'leads', 'opportunities', 'views'],
  },
];
