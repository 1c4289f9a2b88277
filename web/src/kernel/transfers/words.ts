import { loadWords, useWords } from '../i18n/index.ts';
import type { zh } from './messages/zh.ts';

/** What the screens of imports and exports load. */
export const transferWords = ['transfers', 'exports', 'imports'] as const;

/** Brings these words where no route did. */
export const loadTransferWords = () => loadWords(transferWords);

/** The words of imports and exports. */
export const useTransferWords = useWords<keyof typeof zh>;
