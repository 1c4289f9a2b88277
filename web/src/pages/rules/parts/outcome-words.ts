import { leadDemands } from '@dealtrail/protocol/leads';
import type { Book, Rule } from '@dealtrail/protocol/rules';
import { useWords } from '../../../kernel/i18n/index.ts';
import { joined } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { textIn } from '../rules/draft-rules.ts';
import { useRuleWords } from './words.ts';

/** The books whose outcomes people can write here. */
export const knownBooks = ['leads.intent', 'leads.priority', 'leads.completeness'] as const;
export type KnownBook = (typeof knownBooks)[number];

/** Questions of the ideal customer. */
export const questions = ['industry', 'need', 'budget', 'other'] as const;

export const levels = ['high', 'medium', 'low'] as const;

type Says = Rule['says'];

/** What a rule says, in words: 高意向-采购决策; 行业匹配 2 分. */
export function useOutcomeWords(book: Pick<Book, 'key'>): (says: Says) => string {
  const word = useRuleWords();
  const { language } = useKit();
  return (says) => {
    switch (book.key as KnownBook) {
      case 'leads.intent':
        return textIn(says, 'label');
      case 'leads.priority':
        return word('rules.points.of', {
          question: word(`rules.question.${(says['question'] as 'need' | undefined) ?? 'need'}`),
          points: Number(says['points'] ?? 0),
        });
      case 'leads.completeness': {
        const asked = leadDemands.filter((demand) => (says['demands'] as string[] | undefined)?.includes(demand));
        const names = asked.map((demand) => word(`rules.demand.${demand}`));
        return names.length === 0 ? word('rules.demand.none') : joined(names, 'names', language);
      }
    }
  };
}

/** What the rules of a book together say, in words: 高, 完整. */
export function useVerdictWords(): (verdict: string) => string {
  const word = useWords();
  return (verdict) => word(`rules.verdict.${verdict}`);
}

/** The group a rule is tried in: the question it answers; otherwise all rules are one group. */
export function groupOf({ says }: Rule): string {
  return textIn(says, 'question');
}
