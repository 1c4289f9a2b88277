import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of these pages, and what chapters call their kinds of message. */
export const useNoticeWords = useWords<keyof typeof zh | `notice.${string}`>;
