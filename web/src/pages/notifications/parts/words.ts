import { useEffect } from 'react';
import { loadWords, useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

/** The sentences of these pages, and what chapters call their kinds of message. */
export const useNoticeWords = useWords<keyof typeof zh | `notice.${string}`>;

/** Brings the words of the chapters that send these kinds of message; any chapter may send one. */
export function useWordsOfKinds(kinds: readonly string[]): void {
  const chapters = [...new Set(kinds.map((kind) => kind.slice(0, kind.indexOf('.'))))].join(',');
  useEffect(() => {
    if (chapters) void loadWords(chapters.split(','));
  }, [chapters]);
}
