/** Letters that tell two companies apart by themselves: numerals, directions, ranks. */
const telling = /[\p{N}零〇一二三四五六七八九十百千万两甲乙丙丁戊东西南北中上下左右前后内外新老大小总分支]/u;

/** Shorter cores differ by a letter because they are different companies. */
const SHORTEST_NEAR = 5;
/** Longer ones are compared letter by letter only. */
const LONGEST_NEAR = 32;
/** A name of two letters that differs in one is another name. */
const SHORTEST_BRAND = 3;

/** The one difference between two texts: which letters stand there, and where the first text has it. */
interface Difference {
  readonly letters: string;
  readonly at: number;
}

function difference(one: readonly string[], other: readonly string[]): Difference | undefined {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  const room = Math.min(one.length, other.length) - start;
  while (end < room && one[one.length - 1 - end] === other[other.length - 1 - end]) end += 1;
  const mine = one.slice(start, one.length - end);
  const theirs = other.slice(start, other.length - end);
  const swapped = mine.length === 2 && mine[0] === theirs[1] && mine[1] === theirs[0];
  if (mine.length > 1 && !swapped) return undefined;
  if (theirs.length > 1 && !swapped) return undefined;
  return { letters: [...mine, ...theirs].join(''), at: start };
}

/**
 * How alike two cores are that differ in one letter, one letter more or two letters swapped: 1 minus one over the
 * longer length. Undefined where they are equal, differ more, are short, or differ in a numeral, a direction or a
 * letter of a short 字号; `brand` and `otherBrand` are what `brandOf` says of them.
 */
export function nearness(core: string, other: string, brand: string, otherBrand: string): number | undefined {
  const one = [...core];
  const two = [...other];
  const longer = Math.max(one.length, two.length);
  if (core === other || longer > LONGEST_NEAR || Math.min(one.length, two.length) < SHORTEST_NEAR) return undefined;
  if (Math.abs(one.length - two.length) > 1) return undefined;
  const found = difference(one, two);
  if (found === undefined || telling.test(found.letters)) return undefined;
  const named = Math.min([...brand].length, [...otherBrand].length);
  const inBrand = found.at < Math.min([...brand].length, [...otherBrand].length);
  if (inBrand && named < SHORTEST_BRAND) return undefined;
  return 1 - 1 / longer;
}

const every = (letters: readonly string[], parity: number): string =>
  letters.filter((_, i) => i % 2 === parity).join('');

const inReach = (length: number): boolean => length >= SHORTEST_NEAR && length <= LONGEST_NEAR;

/** The two keys a core is kept under: its odd and its even letters; one of them outlives any exchanged letter. */
export function nearKeys(core: string): string[] {
  const letters = [...core];
  if (!inReach(letters.length)) return [];
  return [0, 1].map((parity) => `${letters.length}${parity}${every(letters, parity)}`);
}

/** Keys under which a core with one letter exchanged or one letter more is kept. */
export function nearProbes(core: string): string[] {
  const letters = [...core];
  const longer = letters.length + 1;
  if (!inReach(longer)) return nearKeys(core);
  const inserted = Array.from({ length: longer }, (_, at) => {
    const parity = 1 - (at % 2);
    return `${longer}${parity}${every([...letters.slice(0, at), '?', ...letters.slice(at)], parity)}`;
  });
  return [...new Set([...nearKeys(core), ...inserted])];
}

/** Cores with one letter less or two neighbours swapped. */
export function shorterOrSwapped(core: string): string[] {
  const letters = [...core];
  if (!inReach(letters.length)) return [];
  const shorter = letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join(''));
  const swapped = letters
    .slice(1)
    .map((letter, at) => [...letters.slice(0, at), letter, letters[at], ...letters.slice(at + 2)].join(''));
  return [...new Set([...shorter, ...swapped])].filter((text) => text !== core);
}
