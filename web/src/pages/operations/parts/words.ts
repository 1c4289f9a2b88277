import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of the operations page. */
export const useOperationsWords = useWords<keyof typeof zh>;
