import type { ClockState } from '@dealtrail/protocol/clocks';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `clocks.${string}.name` | `clockState.${ClockState}` | `kind.${string}`;

/** The sentences of the clock board, and the words the protocol brings. */
export const useBoardWords = useWords<Key>;
