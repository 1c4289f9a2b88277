import type { AutomationKind } from '@dealtrail/protocol/automation';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { zh } from '../messages/zh.ts';
import { useVocabulary } from '../queries.ts';

type Key =
  | keyof typeof zh
  | `automation.fact.${string}`
  | `automation.on.${string}`
  | `automation.level.${string}`
  | `automation.weekday.${number}`;

/** The sentences of automations. */
export const useAutomationWords = useWords<Key>;

/** How a value of a trigger is called: a state, a way of being assigned, a time limit. */
export function useTriggerValues(): (event: string) => readonly { readonly value: string; readonly label: string }[] {
  const { language } = useKit();
  const triggers = useVocabulary().data?.triggers ?? [];
  return (event) =>
    (triggers.find((one) => one.event === event)?.of ?? []).map(({ value, zh, en }) => ({
      value,
      label: language === 'zh-CN' ? zh : en,
    }));
}

/** Facts an action may set, by kind of record. */
export const settable: Readonly<Record<AutomationKind, readonly string[]>> = {
  lead: ['intent', 'priority', 'industry', 'region'],
  opportunity: ['probability', 'competitor'],
  customer: ['industry', 'region', 'province', 'city'],
};
