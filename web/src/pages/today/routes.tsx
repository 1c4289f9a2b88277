import type { ScreenRoute } from '../../kernel/routing/index.ts';
import { actWords } from './actions/act-words.ts';

// The words of the windows come with the first of them.
const words = ['today', 'insights', 'clocks', 'activities:said', 'leads:said', 'opportunities:said'];

/** The page after signing in: what to do now, why and by when; and the place to record a follow-up on anything. */
export const routes: readonly ScreenRoute[] = [
  { path: '/', load: async () => (await import('./screens/today.tsx')).Today, words },
  {
    path: '/record',
    load: async () => (await import('./screens/record.tsx')).RecordFollowUp,
    words: [...words, ...actWords],
  },
];
