import { decodeCellEscapes, decodeEntities } from './xml-text.ts';

/** Gathers the `<t>` texts of one string item, joined over rich-text runs, without the phonetic runs `<rPh>`. */
export function createTextCollector() {
  let gathered = '';
  let inText = false;
  let inPhonetic = false;
  return {
    reset() {
      gathered = '';
      inText = false;
      inPhonetic = false;
    },
    open(name: string) {
      if (name === 't') inText = true;
      else if (name === 'rPh') inPhonetic = true;
    },
    close(name: string) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text(raw: string, isCdata: boolean) {
      if (inText && !inPhonetic) gathered += isCdata ? raw : decodeEntities(raw);
    },
    take: () => decodeCellEscapes(gathered),
  };
}
