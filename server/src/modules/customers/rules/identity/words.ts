import { foldName } from '../company-text.ts';

/** Letters of other alphabets as they are commonly written in Latin ones, so that Лавров meets Lavrov. */
const latin: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а=a б=b в=v г=g ґ=g д=d е=e ё=e є=ie ж=zh з=z и=i і=i ї=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh ' +
    'щ=shch ъ= ы=y ь= э=e ю=yu я=ya α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ' +
    'ß=ss ø=o ł=l æ=ae œ=oe đ=d ð=d þ=th ı=i'
  )
    .split(' ')
    .map((pair) => [pair[0] ?? '', pair.slice(2)]),
);

/** Digits that stand for a letter inside a word: Ig0r. */
const lookalikes: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't' };

const plainWord = (word: string): string =>
  /\d/.test(word) && /^\p{L}/u.test(word) && word.replace(/\D/g, '').length < word.length / 2
    ? word.replace(/(?<=\p{L})[013457](?=\p{L})/gu, (digit) => lookalikes[digit] ?? digit)
    : word;

/** The words of a text in small Latin letters without marks; Chinese text is one word. */
export function wordsOf(text: string): string[] {
  const folded = [...foldName(text)].map((letter) => latin[letter] ?? letter).join('');
  return folded
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/(?<=\p{L})['’`´.](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .flatMap((word) => (word === '' ? [] : [plainWord(word)]));
}

/**
 * How alike two words are: 1 minus the slips between them (a letter exchanged, more, less, or two neighbours swapped)
 * over the longer length.
 */
export function wordLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const longer = Math.max(one.length, other.length);
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = last;
    last = row;
  }
  return 1 - (last[other.length] ?? longer) / longer;
}

/** Letters that are heard alike, so that a word is found whatever vowels and doubles it is written with. */
const sounds: Readonly<Record<string, string>> = Object.fromEntries(
  ['bfpvw', 'cgkqsxz', 'dt', 'l', 'mn', 'r'].flatMap((letters, at) =>
    [...letters].map((letter) => [letter, String(at + 1)]),
  ),
);

/**
 * How a word in Latin letters sounds, at most five signs: Zelenskyy and Selenskyj are 2452. Of words in other scripts it
 * is the first three letters; empty for Chinese and numbers.
 */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return /[\d\u3400-\u9fff]/.test(word) ? '' : word.slice(0, 3);
  const signs = [...word].map((letter) => sounds[letter] ?? '');
  return signs
    .filter((sign, at) => sign !== '' && sign !== signs[at - 1])
    .join('')
    .slice(0, 5);
}

/** What a word says: a trade or a title says less than a name. */
type WordWeight = (word: string) => number;

/** How words are weighed, and how much of a word that only one side has counts against it. */
interface Weighing {
  readonly weight: WordWeight;
  readonly lacking: number;
}

/** What two rows of words have in common. */
export interface WordsAlike {
  /** 1 where all words of both sides meet; words only one side has count against it. */
  readonly likeness: number;
  /** Pairs of words that meet. */
  readonly met: number;
  /** Each side has a telling word that the other lacks. */
  readonly apart: boolean;
}

/** Words less alike are two words. */
const LEAST_ALIKE = 0.66;
/** Words that sound alike may differ by more letters: Husayn, Hussein. */
const LEAST_HEARD = 0.5;
const HEARD_ALIKE = 0.75;
/** An initial stands for the word: less sure than the word. */
const INITIAL = 0.85;

function alike(one: string, other: string): number {
  if (one === other) return 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length === 1) return long.startsWith(short) && !/\d/.test(long) ? INITIAL : 0;
  if (/\d/.test(one + other) || short.length < 3) return 0;
  const found = wordLikeness(one, other);
  if (found >= LEAST_ALIKE) return found;
  return found >= LEAST_HEARD && soundOf(one).length > 1 && soundOf(one) === soundOf(other) ? HEARD_ALIKE : 0;
}

interface Meeting {
  readonly i: number;
  readonly j: number;
  readonly found: number;
}

/** Which word meets which, the most alike first, each at most once. */
function meetings(mine: readonly string[], theirs: readonly string[]): Meeting[] {
  const all = mine
    .flatMap((one, i) => theirs.map((other, j) => ({ i, j, found: alike(one, other) })))
    .filter(({ found }) => found > 0)
    .toSorted((a, b) => b.found - a.found || Math.abs(a.i - a.j) - Math.abs(b.i - b.j));
  const [left, right] = [new Set<number>(), new Set<number>()];
  return all.filter(({ i, j }) => {
    if (left.has(i) || right.has(j)) return false;
    left.add(i);
    right.add(j);
    return true;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** Most words of a side that are compared: a longer text is no name. */
const MOST_WORDS = 16;

/** Compares two rows of words in any order; the same both ways round. */
export function compareWords(
  mine: readonly string[],
  theirs: readonly string[],
  { weight, lacking: share }: Weighing,
): WordsAlike {
  const [ours, others] = [mine.slice(0, MOST_WORDS), theirs.slice(0, MOST_WORDS)];
  const met = meetings(ours, others);
  const rest = (words: readonly string[], taken: readonly number[]) =>
    words.filter((_, at) => !taken.includes(at)).map(weight);
  const [lacking, more] = [
    rest(
      ours,
      met.map(({ i }) => i),
    ),
    rest(
      others,
      met.map(({ j }) => j),
    ),
  ];
  const weights = met.map(({ i, j, found }) => ({ found, size: weight(ours[i] ?? '') + weight(others[j] ?? '') }));
  const whole = sum(weights.map(({ size }) => size)) + sum([...lacking, ...more]) * share;
  const telling = (left: readonly number[]) => left.some((size) => size > 1);
  return {
    likeness: whole === 0 ? 0 : sum(weights.map(({ found, size }) => found * size)) / whole,
    met: met.length,
    apart: telling(lacking) && telling(more),
  };
}
