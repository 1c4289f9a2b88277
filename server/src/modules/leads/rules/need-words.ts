import type { WordReader } from '../../../kernel/filters/index.ts';

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

/** Words that hold a sign of denial and deny nothing, and denials of a denial: 不锈钢, 未来, 不仅, 不得不. */
const harmless =
  /不得不|不能不|不可不|不是不|没有?说?不|不仅仅?|不但|不光|不只|不止|不管|不论|不锈|不干胶|不含|不同(?!意)|不错|不少|无论|无线|无缝|无人|无纺|无锡|无尘|无刷|没问题|未来|别的|别墅|非常|非标|特别|级别|类别|区别|分别|个别/g;

/** What may stand between a sign of denial and the word it denies: 暂时不打算再 采购. */
const bridge = '(?:想|打算|会|再|急着?|着急|考虑|需要?|准备|计划|用|必|是|能|敢|太|先)*';
/** What one has not: 没有采购的打算 denies 采购 and 打算. */
const lacked = '(?:任何|明确|具体|新的?|什么|[采购买置订货需求计划意向打算预更换升级签约合同招标的]){0,10}';

const denial = new RegExp(
  `(?:不|未|没|非|别|勿|免)${bridge}\\s*$|(?:没有|没|暂无|尚无|并无|无需|无)${lacked}$|已经?$|` +
    `(?:\\b(?:no|not|never|without)|n't)(?: [a-z]+){0,2} ?$`,
);
/** A purchase that is over: 采购已完成, 招标结束了. */
const over = /^(?:工作|项目|计划)?(?:已经?|都|也)?(?:完成|结束|完毕|取消|暂停|搁置)/;
/** Who decides and says no: 老板说先不买, 领导还没批. */
const refusal = /^[^，。；！？,.;!?]{0,8}?(?:不|没|未|否决|拒绝|反对)/;

const plainly = (text: string): string => text.replace(harmless, (word) => '＿'.repeat(word.length));

interface Hit {
  readonly word: string;
  readonly denied: boolean;
  /** The word with what denies it, as it stands in the text. */
  readonly phrase: string;
  readonly rest: string;
}

function* hitsOf(text: string, words: readonly string[]): Generator<Hit> {
  const folded = fold(text);
  const plain = plainly(folded);
  for (const hit of folded.matchAll(matcher(words))) {
    const before = plain.slice(Math.max(0, hit.index - 24), hit.index);
    const clause = before.slice(before.search(/[^，。；！？,.;!?\n]*$/));
    const rest = plain.slice(hit.index + hit[0].length);
    const sign = denial.exec(clause);
    const from = sign === null ? hit.index : hit.index - (clause.length - sign.index);
    yield {
      word: hit[0].trim(),
      denied: sign !== null || over.test(rest),
      phrase: folded.slice(from, hit.index + hit[0].length).trim(),
      rest,
    };
  }
}

/**
 * The first of the words that a text says, as it stands there; one that is denied (不采购, 暂无采购计划, not buying) or is
 * over (已采购, 采购已完成) does not count. Chinese words are found anywhere, English ones as whole words.
 */
function findWord(text: string, words: readonly string[]): string | undefined {
  for (const { word, denied } of hitsOf(text, words)) if (!denied) return word;
  return undefined;
}

/** The same, but for words of who decides: somebody who decides against it does not count. */
function findUnrefused(text: string, words: readonly string[]): string | undefined {
  for (const { word, denied, rest } of hitsOf(text, words)) if (!denied && !refusal.test(rest)) return word;
  return undefined;
}

/** The first of the words that a text denies, with what denies it: 暂无采购. */
function findDenied(text: string, words: readonly string[]): string | undefined {
  for (const { denied, phrase } of hitsOf(text, words)) if (denied) return phrase;
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

/** How rules find words in what people wrote: with denial, refusal and numbers understood. */
export const needWords: WordReader = {
  find(how, text, words) {
    if (how === 'denies') return findDenied(text, words);
    return how === 'mentions' ? findWord(text, words) : findUnrefused(text, words);
  },
};
