import type { ShareLevel } from '@dealtrail/protocol/records';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `shareLevel.${ShareLevel}`;

/** The sentences of shares, the recycle bin and changes: screen copy, and the labels the protocol brings. */
export const useRecordWords = useWords<Key>;

/** Says the first of these keys that has a sentence; undefined when none has. */
export function useSaid(): (...keys: readonly string[]) => string | undefined {
  const word = useWords();
  return (...keys) => keys.map((key) => ({ key, said: word(key) })).find(({ key, said }) => said !== key)?.said;
}
