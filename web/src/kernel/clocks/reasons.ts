import { listClockReasons, type ReasonKind, shippedReasons } from '@dealtrail/protocol/clocks';
import { useMemo } from 'react';
import { useOperation } from '../client/index.ts';
import { useWords } from '../i18n/index.ts';

/** Reasons change a few times a year. */
const FRESH_MS = 10 * 60_000;

/** The reasons of a kind as people choose them, and what each is called, also one that is not offered any more. */
export interface Reasons {
  readonly choices: readonly { readonly value: string; readonly word: string }[];
  readonly nameOf: (key: string) => string;
}

/** The reasons for lateness or for pauses as the organisation set them; the same value while they stay as they are. */
export function useReasons(kind: ReasonKind): Reasons {
  const word = useWords();
  const found = useOperation(listClockReasons, {}, { freshFor: FRESH_MS });
  const reasons = found.data?.items.find((list) => list.kind === kind)?.reasons;
  return useMemo(() => {
    const shipped: readonly string[] = shippedReasons[kind];
    const wordOf = (key: string) => (shipped.includes(key) ? word(`${kind}Reason.${key}`) : '');
    const nameOf = (key: string) => reasons?.find((reason) => reason.key === key)?.name ?? wordOf(key);
    const offered = reasons ? reasons.filter(({ active }) => active).map(({ key }) => key) : shipped;
    return { choices: offered.map((key) => ({ value: key, word: nameOf(key) })), nameOf };
  }, [kind, reasons, word]);
}
