import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of the phone page of a stand. */
export const useStandWords = useWords<keyof typeof zh>;
