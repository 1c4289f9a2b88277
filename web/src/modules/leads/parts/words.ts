import type { Passed } from '@dealtrail/protocol/kernel';
import {
  CustomerType,
  type DuplicateHit,
  type invalidateLead,
  type LeadState,
  listSources,
} from '@dealtrail/protocol/leads';
import { useCallback, useMemo } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { useWords, type Word } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type InvalidReason = Passed<typeof invalidateLead>['body']['reason'];

type Key =
  | keyof typeof zh
  | `leadState.${LeadState}`
  | `matchedBy.${DuplicateHit['matchedBy'][number]}`
  | `invalidReason.${InvalidReason}`
  | `customerType.${(typeof CustomerType.options)[number]}`;

export type LeadWord = Word<Key>;

/** The sentences of leads: screen copy, and the labels the protocol brings. */
export const useLeadWords = useWords<Key>;

/** Sources change rarely; the list of them may be this old. */
const FRESH_MS = 5 * 60_000;

/** Listed sources, to choose from. */
export function useSources() {
  return useOperation(listSources, {}, { freshFor: FRESH_MS });
}

/** Name of a source: of a listed one its name, of any other the text as it came. */
export function useSourceName(): (source: string | null) => string {
  const items = useSources().data?.items;
  const names = useMemo(() => new Map(items?.map(({ key, name }) => [key, name])), [items]);
  return useCallback((source) => (source === null ? '' : (names.get(source) ?? source)), [names]);
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
