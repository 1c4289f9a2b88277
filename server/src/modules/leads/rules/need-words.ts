/** Width, case and spaces evened out, so that words can be compared. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

const matchers = new WeakMap<readonly string[], RegExp>();

/** `#` stands for a number with an optional 万, 亿 or k: 预算#, #台. */
function pattern(word: string): string {
  const escaped = fold(word).replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const numbered = escaped.replaceAll('#', '\\d[\\d,.]{0,15}\\s*(?:万|亿|千|百|k|w)?\\s*');
  const start = /^[a-z]/.test(escaped) ? '(?<![a-z0-9])' : '';
  const end = /[a-z]$/.test(escaped) ? '(?:s|es)?(?![a-z0-9])' : '';
  return `${start}${numbered}${end}`;
}

function matcher(words: readonly string[]): RegExp {
  const known = matchers.get(words);
  if (known !== undefined) return known;
  const longestFirst = words.toSorted((one, other) => other.length - one.length);
  const made = new RegExp(longestFirst.length === 0 ? '(?!)' : longestFirst.map(pattern).join('|'), 'g');
  matchers.set(words, made);
  return made;
}

const denial =
  /(?:不|没有?|未|无需?|尚未|别)(?:想|打算|会|再|急着?|考虑|需要?|准备|计划|用|必)?\s*$|(?:\b(?:no|not|never|without)|n't)(?: [a-z]+){0,2} ?$/;

/**
 * The first of the words that a text says, as it stands there; one that is denied (不采购, not buying) does not count.
 * Chinese words are found anywhere, English ones as whole words.
 */
export function findWord(text: string, words: readonly string[]): string | undefined {
  const folded = fold(text);
  for (const hit of folded.matchAll(matcher(words))) {
    const before = folded.slice(Math.max(0, hit.index - 24), hit.index);
    if (!denial.test(before)) return hit[0].trim();
  }
  return undefined;
}

const emptyWords = new Set([
  '',
  '无',
  '暂无',
  '没有',
  '未知',
  '不详',
  '待补充',
  '待定',
  '-',
  '--',
  '/',
  'na',
  'n/a',
  'none',
  'null',
  'nil',
  'unknown',
  'select',
  'tbd',
]);

/** True when a text tells something: not blank, not a stand-in such as 无, 待补充 or N/A. */
export const tells = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && !emptyWords.has(fold(text)) && /[\p{L}\p{N}]/u.test(text);
