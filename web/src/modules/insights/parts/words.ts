import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `insights.group.${'none' | 'unowned' | 'total'}`;

/** The sentences of the analysis. */
export const useInsightWords = useWords<Key>;
