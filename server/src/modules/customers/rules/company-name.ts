import { chinesePlaceName, leadingPlace, placeNamed } from './chinese-places.ts';
import { legalForm, splitBranch } from './company-forms.ts';
import { arabicOrdinals, bareLetters, foldName, openBrackets, wholePlace } from './company-text.ts';

/** What is left of a company's name once everything people write differently is evened out. */
export interface CompanyName {
  /** Two names are the same company if and only if their keys are equal and not empty. */
  readonly key: string;
  /** 字号 and trade without place, legal form and branch: for hints of likeness, never for merging. */
  readonly core: string;
  readonly branch?: string;
  readonly region?: string;
  readonly suffix?: string;
  /** Every number of the name in order, joined by hyphens: 第一机床 and 第二机床 are never alike. */
  readonly digits: string;
}

/** A registered name has at most 100 characters or so; a longer text is compared letter by letter. */
const longestName = 300;

/** What people type where a company is asked for and there is none. */
const nobody = new Set(
  '无 暂无 没有 未知 不详 待定 待补充 保密 个人 散客 自由职业 公司 某公司 有限公司 集团 na none null nil unknown select company'.split(
    ' ',
  ),
);

/**
 * Reduces a company's name to a key by what the registrar holds for the same name (企业名称相同相近比对规则 2017, article 3:
 * 北京红光酒业发展有限公司 = 红光（北京）酒业发展有限公司) and by what people leave out: width, case, brackets, spaces, 市, the form
 * 有限公司. Place, 集团, 股份, branch and every number stay part of the key. Never throws; time is linear in the text.
 * The key is empty where the text names nobody (暂无, ——).
 */
export function normalizeCompanyName(name: string): CompanyName {
  if (name.length > longestName) return verbatim(name);
  const opened = openBrackets(foldName(name));
  const letters = arabicOrdinals(bareLetters(opened.text));
  const digits = (letters.match(/\p{N}+/gu) ?? []).join('-');
  if (letters === '' || nobody.has(letters.replaceAll(' ', ''))) return { key: '', core: letters, digits };
  const { head, branch } = splitBranch(letters, placeAtEnd);
  const form = legalForm(head);
  const placed = takePlace(form.head === '' ? head : form.head);
  const region = canonicalRegion([...placed.places, ...opened.places]);
  const unit = canonicalBranch(branch);
  return {
    key: `${placed.core}${mark('@', region)}${mark(':', form.apart)}${mark('#', unit)}`,
    core: placed.core,
    ...(unit === '' ? {} : { branch: unit }),
    ...(region === '' ? {} : { region }),
    ...(form.suffix === '' ? {} : { suffix: form.suffix }),
    digits,
  };
}

const mark = (sign: string, text: string): string => (text === '' ? '' : sign + text);

function verbatim(name: string): CompanyName {
  const core = name.trim().toLowerCase();
  return { key: core === '' ? '' : `=${core}`, core, digits: '' };
}

/** Takes the places a name begins with, as long as two letters of a name remain behind them. */
function takePlace(head: string): { readonly core: string; readonly places: readonly string[] } {
  const places: string[] = [];
  let core = head;
  for (let step = 0; step < 3; step += 1) {
    const found = placeAtStart(core);
    const rest = found === undefined ? '' : core.slice(found.length).trim();
    if (found === undefined || rest.length < 2) break;
    places.push(found.name);
    core = rest;
  }
  return { core, places };
}

function placeAtStart(text: string): { readonly name: string; readonly length: number } | undefined {
  if (text.startsWith('中国')) return { name: '中国', length: 2 };
  const words = /^([a-z]+)(?: ([a-z]+))? /.exec(text);
  if (words === null) return leadingPlace(text);
  for (const candidate of words[2] === undefined ? [words[1]] : [`${words[1]} ${words[2]}`, words[1]]) {
    const name = candidate === 'china' ? '中国' : chinesePlaceName(candidate ?? '');
    if (name !== undefined) return { name, length: candidate?.length ?? 0 };
  }
  return undefined;
}

/** How many characters at the end of a text are one place name: 工商银行深圳市 → 3. */
function placeAtEnd(text: string): number {
  for (let size = Math.min(12, text.length - 1); size >= 2; size -= 1) {
    if (wholePlace(text.slice(-size)) !== undefined) return size;
  }
  return 0;
}

/** A province says nothing more once its city is told, and the order of places says nothing at all. */
function canonicalRegion(places: readonly string[]): string {
  const told = new Set(places);
  const implied = new Set(
    places.map((name) => placeNamed(name)).flatMap((place) => (place?.city ? [place.province] : [])),
  );
  return [...told]
    .filter((name) => !implied.has(name) || placeNamed(name)?.city === name)
    .toSorted()
    .join('·');
}

/** 上海市分公司 is 上海分公司. */
function canonicalBranch(branch: string): string {
  const place = leadingPlace(branch);
  return place === undefined ? branch : place.name + branch.slice(place.length);
}
