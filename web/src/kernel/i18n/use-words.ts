import type { Why } from '@dealtrail/protocol/kernel';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { loadSaid } from './setup.ts';

type Params = Readonly<Record<string, string | number>>;

/** Gives the sentence of a key. */
export type Word<Key extends string> = (key: Key, params?: Params) => string;

/**
 * The sentence of a key in the present language: `const word = useWords<keyof typeof zh>(); word('leads.title')`.
 * The screen's route names the chapters whose words it needs.
 */
export function useWords<Key extends string = string>(): Word<Key> {
  const { t } = useTranslation();
  return useCallback(
    (key: Key, params: Params = {}) => t(key as string, params as Record<string, string | number>),
    [t],
  );
}

/** Who acted names for whom, where somebody away was stood in for: 李想 代 王欣. */
function withBehalf(params: Params, t: (key: string, params: Record<string, string | number>) => string): Params {
  const { by, behalfOf } = params;
  if (by === undefined || behalfOf === undefined) return params;
  return { ...params, by: t('kernel.behalf', { by, behalfOf }) };
}

/** Says a reason of the server in the present language; its chapter's words are fetched when they are not there yet. */
export function useSay(): (why: Why | string | null | undefined) => string {
  const { t, i18n } = useTranslation();
  return useCallback(
    (why) => {
      if (!why) return '';
      if (typeof why === 'string') return why;
      if (i18n.exists(why.key)) return t(why.key, withBehalf(why.params, t));
      const chapter = why.key.split('.')[0];
      if (chapter) void loadSaid(chapter);
      return '';
    },
    [t, i18n],
  );
}
