import type { ScreenRoute } from '../../kernel/routing/index.ts';
import { transferWords } from '../../kernel/transfers/words.ts';

const words = [...transferWords, 'organization'];
const load = async () => (await import('./screens/transfers.tsx')).Transfers;

/** The task centre: imports and exports, their progress, numbers and files. */
export const routes: readonly ScreenRoute[] = [
  { path: '/transfers', load, words },
  { path: '/transfers/$id', load, words },
];
