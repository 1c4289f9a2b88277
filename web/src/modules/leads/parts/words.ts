import type { Passed } from '@dealtrail/protocol/kernel';
import {
  CustomerType,
  type invalidateLead,
  type LeadState,
  type LeadTouchVia,
  type Level,
  type RecycleMeasure,
  type RefusalReason,
  type ReturnReason,
  listSources,
} from '@dealtrail/protocol/leads';
import { useCallback, useMemo } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useWords, type Word } from '../../../kernel/i18n/index.ts';
import type { poolsZh, rulesZh, screeningZh, zh } from '../messages/zh.ts';

type InvalidReason = Passed<typeof invalidateLead>['body']['reason'];

type Key =
  | keyof typeof zh
  | keyof typeof rulesZh
  | keyof typeof poolsZh
  | keyof typeof screeningZh
  | `returnReason.${ReturnReason}`
  | `refusalReason.${RefusalReason}`
  | `recycleMeasure.${RecycleMeasure}`
  | `moveHow.${string}`
  | `role.${string}`
  | `intent.${Level}`
  | `priority.${Level}`
  | `leadState.${LeadState}`
  | `touchVia.${LeadTouchVia}`
  | `invalidReason.${InvalidReason}`
  | `customerType.${(typeof CustomerType.options)[number]}`;

export type LeadWord = Word<Key>;

/** The sentences of leads: screen copy, and the labels the protocol brings. */
export const useLeadWords = useWords<Key>;

/** Sources change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

/** Listed sources, to choose from. */
function useSources() {
  return useOperation(listSources, {}, { freshFor: FRESH_MS });
}

/** Listed sources as choices; the shipped ones in the reader's language, others as the organisation called them. */
export function useSourceOptions(): readonly { readonly value: string; readonly label: string }[] {
  const word = useWords();
  const items = useSources().data?.items;
  return useMemo(
    () =>
      (items ?? []).map(({ key, name }) => {
        const said = word(`leads.source.${key}`);
        return { value: key, label: said === `leads.source.${key}` ? name : said };
      }),
    [items, word],
  );
}

/** Name of a source: of a listed one its name, of any other the text as it came. */
export function useSourceName(): (source: string | null) => string {
  const options = useSourceOptions();
  const names = useMemo(() => new Map(options.map(({ value, label }) => [value, label])), [options]);
  return useCallback((source) => (source === null ? '' : (names.get(source) ?? source)), [names]);
}

/** What an intent is called: the labels that ship in the reader's language, others as the organisation wrote them. */
export function useIntentLabel(): (label: string) => string {
  const word = useWords();
  return useCallback(
    (label) => {
      const key = `leads.intentLabel.${label}`;
      const said = word(key);
      return said === key ? label : said;
    },
    [word],
  );
}

const customerTypes: readonly string[] = CustomerType.options;

/** Name of a customer type; a text that is on no list stands for itself. */
export function useCustomerTypeName(): (type: string | null) => string {
  const word = useLeadWords();
  return useCallback(
    (type) => {
      if (type === null) return '';
      return customerTypes.includes(type)
        ? word(`customerType.${type as (typeof CustomerType.options)[number]}`)
        : type;
    },
    [word],
  );
}
