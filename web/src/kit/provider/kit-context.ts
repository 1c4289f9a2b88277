import { createContext, useContext } from 'react';
import type { Language } from '../formats/language.ts';
import { type KitWords, zhWords } from '../words/index.ts';

/** What every part of the kit needs to know about its surroundings. */
export interface Kit {
  readonly language: Language;
  /** IANA zone of the organisation: days and hours are shown in it, wherever the person sits. */
  readonly zone: string;
  readonly words: KitWords;
  /** Name of the product, after the title of the browser tab. */
  readonly brand: string;
  /** The present moment in ms by the server's clock. */
  readonly now: () => number;
}

export const KitContext = createContext<Kit>({
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  words: zhWords,
  brand: '',
  now: Date.now,
});

/** Language, zone and words of the surroundings. */
export function useKit(): Kit {
  return useContext(KitContext);
}
