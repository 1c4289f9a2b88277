import { useWords } from '../i18n/index.ts';
import type { zh } from './messages/zh.ts';

/** The words of acts on many records. */
export const useBulkWords = useWords<keyof typeof zh>;
