import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of rules. */
export const useRuleWords = useWords<keyof typeof zh>;
