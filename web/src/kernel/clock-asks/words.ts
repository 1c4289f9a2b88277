import type { limitWord } from '@dealtrail/protocol/clocks';
import { useWords } from '../i18n/index.ts';
import type { zh } from '../clocks/messages/zh.ts';

type Key =
  | keyof typeof zh
  | `clocks.${string}.name`
  | `clocks.pause.${string}`
  | `clocks.postpone.${string}`
  | ReturnType<typeof limitWord>;

/** The sentences of asking for more time, and the words the protocol brings. */
export const useClockWords = useWords<Key>;
