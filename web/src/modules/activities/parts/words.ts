import type { FollowUpMethod, FollowUpOutcome, QualityReason, Task } from '@dealtrail/protocol/activities';
import { useCallback } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key =
  | keyof typeof zh
  | `followUpMethod.${FollowUpMethod}`
  | `followUpOutcome.${FollowUpOutcome}`
  | `qualityReason.${QualityReason}`
  | `taskKind.${Task['kind']}`;

/** The sentences of activities: screen copy, and the labels the protocol brings. */
export const useActivityWords = useWords<Key>;

/** Name of a time limit: 首次跟进; one this house does not know has none. */
export function useClockName(): (policyKey: string) => string {
  const word = useWords();
  return useCallback(
    (policyKey: string) => {
      const key = `clocks.${policyKey}.name`;
      const said = word(key);
      return said === key ? '' : said;
    },
    [word],
  );
}
