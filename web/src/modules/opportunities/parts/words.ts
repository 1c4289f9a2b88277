import type { OpportunityState, ProcessStage } from '@dealtrail/protocol/opportunities';
import { useCallback } from 'react';
import { useWords, type Word } from '../../../kernel/i18n/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { zh } from '../messages/zh.ts';

type Key =
  | keyof typeof zh
  | `opportunityState.${OpportunityState}`
  | 'opportunities.act.fill_field'
  | 'opportunities.act.finish_task'
  | 'opportunities.act.close_won';

/** The sentences of opportunities: screen copy, and the labels the protocol brings. */
export const useOpportunityWords = useWords<Key>;

/** Gives the sentences of opportunities. */
export type OpportunityWord = Word<Key>;

/** Words an organisation keeps in both languages: name of a stage, of a process, guidance. */
export function useBilingual(): (words: ProcessStage['name']) => string {
  const { language } = useKit();
  return useCallback((words) => (language === 'zh-CN' ? words.zh : words.en), [language]);
}

/** Name of a stage by its key; the key itself where the process no longer has it. */
export function useStageName(stages: readonly ProcessStage[]): (key: string) => string {
  const say = useBilingual();
  return useCallback(
    (key) => {
      const stage = stages.find((each) => each.key === key);
      return stage ? say(stage.name) : key;
    },
    [stages, say],
  );
}
