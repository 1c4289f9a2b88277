import { chinesePlaceName, leadingPlace } from './chinese-places.ts';

/** Widths, letter case, accents and invisible characters evened out; （）【】 become (), every other mark stays. */
export function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\p{C}\u3164\uFFFC]+/gu, '')
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[[{〔【〖「『《<]/g, '(')
    .replace(/[\]}〕】〗」』》>]/g, ')')
    .replace(/(?<=[a-z0-9\s])&(?=[a-z0-9\s])/g, ' and ')
    .trim();
}

/** The place a text consists of and nothing else: 深圳市 → 深圳, China → 中国; undefined for anything more. */
export function wholePlace(text: string): string | undefined {
  const plain = text.trim();
  if (plain === '中国' || plain === 'china' || plain === 'prc') return '中国';
  if (/^[a-z' ]+$/.test(plain)) return chinesePlaceName(plain);
  const place = leadingPlace(plain);
  if (place === undefined) return undefined;
  if (place.length === plain.length) return place.name;
  const inner = leadingPlace(plain.slice(place.length));
  return inner !== undefined && place.length + inner.length === plain.length ? inner.name : undefined;
}

const branchFollows =
  /^\s*(?:第[\d一二三四五六七八九十]+)?(?:[分支子]公司|[分支][厂店行院校所部]|办事处|代表处|联络处|branch|office)/;

/** A place in brackets is taken out of the name, unless it names a branch; every other bracket is opened in place. */
export function openBrackets(text: string): { readonly text: string; readonly places: readonly string[] } {
  const places: string[] = [];
  const parts = text.split(/[()]/);
  const opened = parts.map((part, index) => {
    const inBrackets = index % 2 === 1;
    const place = inBrackets ? wholePlace(part) : undefined;
    if (place === undefined || branchFollows.test(parts[index + 1] ?? '')) return part;
    places.push(place);
    return ' ';
  });
  return { text: opened.join(' '), places };
}

const chineseDigits = '零一二三四五六七八九';

function ordinal(words: string): string {
  let total = 0;
  let digit = 0;
  for (const letter of words) {
    if (letter === '十' || letter === '百') {
      total += (digit || 1) * (letter === '十' ? 10 : 100);
      digit = 0;
    } else digit = Math.max(0, chineseDigits.indexOf(letter));
  }
  return String(total + digit);
}

/** 第一, 第十二 → 第1, 第12, so that both spellings of an ordinal are one. */
export const arabicOrdinals = (text: string): string =>
  text.replace(/第([零一二三四五六七八九十百]{1,5})/g, (_, words: string) => `第${ordinal(words)}`);

/**
 * The letters that carry identity: punctuation and spaces go, except that neighbouring Latin words stay apart by one
 * space and neighbouring numbers by a hyphen (A1-2 is not A12).
 */
export const bareLetters = (text: string): string =>
  text
    .replace(/(?<=\p{L})['’.](?=\p{L})/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
    .replace(/(?<=\p{N}) (?=\p{N})/gu, '-')
    .replace(/^the (?=.{3})/, '')
    .replace(/(?<![\p{Script=Latin}\p{N}]) | (?![\p{Script=Latin}\p{N}])/gu, '');
