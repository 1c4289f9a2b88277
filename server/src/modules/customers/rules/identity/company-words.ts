import { englishTrade } from './trade-words.ts';
import { compareWords, soundOf, wordLikeness, wordsOf } from './words.ts';

/** Words that tell nothing: articles, and legal forms of other alphabets that no list of forms knows. */
const light = new Set(
  'the of and for in at on a de la le des restaurant cafe hotel ooo oao zao pao ao obshchestvo s ogranichennoi otvetstvennostyu aktsionernoe'.split(
    ' ',
  ),
);

/** Other ways to write a word. */
const spellings: Readonly<Record<string, string>> = {
  intl: 'international',
  first: '1st',
  second: '2nd',
  third: '3rd',
  mfg: 'manufacturing',
  tech: 'technology',
  technologies: 'technology',
};

/** Countries and cities that carry a company of a group: Banco Santander Mexico. */
const countries = new Set(
  'china hongkong singapore taiwan macau japan korea india australia canada usa us america mexico brazil argentina chile peru colombia uk britain england france germany deutschland italy spain portugal netherlands belgium sweden norway denmark finland poland switzerland schweiz austria russia turkey israel egypt africa asia europe thailand vietnam malaysia indonesia philippines'.split(
    ' ',
  ),
);

const roman = /^(?:i{1,3}|iv|vi{0,3}|ix|xi{0,3}|xiv|xv|xx)$/;

/** Whether a name stands in an alphabet and is compared by its words; Chinese names are compared by their letters. */
export const isWordy = (core: string): boolean => /\p{L}/u.test(core) && !/[\u3400-\u9fff]/.test(core);

const weightOf = (word: string): number => {
  if (light.has(word)) return 1;
  return englishTrade.has(word) ? 2 : Math.max(3, word.length);
};

const tellsMuch = (word: string): boolean => weightOf(word) > 2;

const read = (core: string): string[] =>
  wordsOf(core.replace(/\bhong kong\b/g, 'hongkong').replace(/\bunited states\b/g, 'us')).map(
    (word) => spellings[word] ?? word,
  );

/** Names run together or cut otherwise: Van der Bilt, Vanderbilt. */
const RUN_TOGETHER = 0.85;
/** A word of fewer letters that differs in one is another word. */
const LEAST_LETTERS = 5;

/** What two names in Latin letters say: how alike they are, or that one belongs to the group of the other. */
export type WordyVerdict = { readonly likeness: number } | 'related' | undefined;

const lackedBy = (mine: readonly string[], theirs: readonly string[], which: (word: string) => boolean): string[] =>
  mine.filter((word) => which(word) && !theirs.includes(word));

/** Compares two names of companies in Latin letters; undefined where each has a word the other lacks. */
export function compareCompanyWords(one: string, other: string): WordyVerdict {
  const [mine, theirs] = [read(one), read(other)];
  const numeral = (word: string) => roman.test(word);
  if ([...lackedBy(mine, theirs, numeral), ...lackedBy(theirs, mine, numeral)].length > 0) return undefined;
  const country = (word: string) => countries.has(word);
  const abroad = [lackedBy(mine, theirs, country).length, lackedBy(theirs, mine, country).length];
  const joined = wordLikeness(mine.join(''), theirs.join(''));
  const found = compareWords(mine, theirs, { weight: weightOf, lacking: 0.5 });
  if (!mine.some(tellsMuch) || !theirs.some(tellsMuch)) return undefined;
  if (!found.apart && found.met > 0) {
    if (abroad.some((count) => count > 0)) return abroad.every((count) => count > 0) ? undefined : 'related';
    const short = Math.max(...[...mine, ...theirs].map(({ length }) => length)) < LEAST_LETTERS;
    return short && joined < 1 && mine.length === theirs.length
      ? undefined
      : { likeness: Math.max(found.likeness, joined) };
  }
  return joined >= RUN_TOGETHER && mine.length !== theirs.length ? { likeness: joined } : undefined;
}

/** Keys by which a name is found that has a slip or a word more: how its two longest telling words sound. */
export function companySounds(core: string): string[] {
  const telling = read(core).filter(tellsMuch);
  return [...telling.toSorted((one, other) => other.length - one.length).slice(0, 2), telling.slice(0, 2).join('')]
    .map(soundOf)
    .filter((sound, at, all) => sound.length > 1 && all.indexOf(sound) === at);
}
