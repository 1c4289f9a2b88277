/** A legal form as found at the end of a name, and what of it tells two companies apart. */
export interface LegalForm {
  readonly head: string;
  readonly suffix: string;
  /** Empty for 有限公司, 有限责任公司, 公司 and no form at all: people leave these out or mix them up. */
  readonly apart: string;
}

const chineseForms: readonly (readonly [string, string])[] = [
  ['特殊普通合伙', '特殊普通合伙'],
  ['有限合伙企业', '有限合伙'],
  ['有限合伙', '有限合伙'],
  ['普通合伙', '普通合伙'],
  ['股份有限责任公司', '股份'],
  ['股份有限公司', '股份'],
  ['股份公司', '股份'],
  ['有限责任公司', ''],
  ['责任有限公司', ''],
  ['有限公司', ''],
  ['有限责任', ''],
  ['总公司', '总公司'],
  ['公司', ''],
];

function chineseForm(text: string): LegalForm {
  const found = chineseForms.find(([word]) => text.endsWith(word) && !/(?:分|子|支)公司$/.test(text));
  const head = found === undefined ? text : text.slice(0, -found[0].length);
  const apart = found?.[1] ?? '';
  if (!head.endsWith('集团')) return { head, suffix: found?.[0] ?? '', apart };
  return {
    head: head.slice(0, -2),
    suffix: `集团${found?.[0] ?? ''}`,
    apart: `集团${apart === '总公司' ? '' : apart}`,
  };
}

const englishForms = new Map<string, string>([
  ['co', ''],
  ['company', ''],
  ['ltd', ''],
  ['limited', ''],
  ['coltd', ''],
  ['inc', 'inc'],
  ['incorporated', 'inc'],
  ['corp', 'corp'],
  ['corporation', 'corp'],
  ['llc', 'llc'],
  ['plc', 'plc'],
  ['llp', 'llp'],
  ['lp', 'lp'],
  ['gmbh', 'gmbh'],
  ['ag', 'ag'],
  ['aktiengesellschaft', 'ag'],
  ['se', 'se'],
  ['sa', 'sa'],
  ['sas', 'sas'],
  ['srl', 'srl'],
  ['spa', 'spa'],
  ['bv', 'bv'],
  ['nv', 'nv'],
  ['kg', 'kg'],
  ['oy', 'oy'],
  ['ab', 'ab'],
  ['pty', 'pty'],
  ['pte', 'pte'],
  ['sdn', 'sdn'],
  ['bhd', 'bhd'],
  ['kk', 'kk'],
  ['holdings', 'holdings'],
  ['group', 'group'],
  ['grp', 'group'],
  ['incorp', 'inc'],
  ['cia', ''],
  ['jsc', 'jsc'],
  ['ojsc', 'jsc'],
  ['pjsc', 'jsc'],
  ['cjsc', 'jsc'],
  ['oao', 'jsc'],
  ['pao', 'jsc'],
  ['zao', 'jsc'],
  ['ao', 'jsc'],
  ['ooo', 'llc'],
  ['ano', 'ano'],
  ['sarl', 'sarl'],
  ['ltda', 'ltda'],
  ['as', 'as'],
  ['aps', 'aps'],
  ['oyj', 'oy'],
  ['ev', 'ev'],
  ['eg', 'eg'],
  ['spzoo', 'spzoo'],
  ['fze', 'fze'],
  ['pvt', ''],
  ['private', ''],
  ['pc', 'pc'],
  ['na', 'na'],
]);

/** Forms that stand before a name. */
const leadingForms = new Set('ojsc pjsc cjsc jsc oao pao zao ao ooo ano llc gmbh'.split(' '));

/** Forms of several words, by their short sign. */
const wordedForms: readonly (readonly [RegExp, string])[] = [
  [/\bgesellschaft mit beschrankter haftung\b/g, 'gmbh'],
  [/\blimited liability company\b/g, 'llc'],
  [/\b(?:(?:public|open|closed) )?joint stock company\b/g, 'jsc'],
  [/\bpublic limited company\b/g, 'plc'],
  [/\bsp z oo\b/g, 'spzoo'],
  [/\bsociete anonyme\b/g, 'sa'],
];

function englishForm(text: string): LegalForm {
  const words = wordedForms.reduce((name, [form, sign]) => name.replace(form, sign), text).split(' ');
  if (words.length > 1 && leadingForms.has(words[0] ?? '')) words.push(words.shift() ?? '');
  let first = words.length;
  while (first > 1 && englishForms.has(words[first - 1] ?? '')) first -= 1;
  const suffix = words.slice(first);
  const apart = [...new Set(suffix.map((word) => englishForms.get(word) ?? '').filter((word) => word !== ''))];
  return { head: words.slice(0, first).join(' '), suffix: suffix.join(' '), apart: apart.toSorted().join(' ') };
}

/** Takes the legal form off the end of a name without punctuation. */
export const legalForm = (text: string): LegalForm =>
  /[\u3400-\u9fff]$/.test(text) ? chineseForm(text) : englishForm(text);

const branchWords =
  /(?:第\d+)?(?:分公司|支公司|子公司|分厂|分店|分行|支行|分院|分校|分所|分部|分中心|办事处|代表处|联络处)$/;
const companyEnds = /(?:有限责任公司|有限公司|股份公司|集团公司|总公司)/g;

/**
 * Splits a head office from its branch: whatever stands behind a company's legal form (上海分公司, 研发中心), and a
 * branch word with its place or ordinal where the legal form was left out (工商银行深圳分行).
 */
export function splitBranch(
  text: string,
  placeAtEnd: (head: string) => number,
): { readonly head: string; readonly branch: string } {
  const end = [...text.matchAll(companyEnds)].at(-1);
  const cut = end === undefined ? text.length : end.index + end[0].length;
  if (cut < text.length) return { head: text.slice(0, cut).trim(), branch: text.slice(cut).trim() };
  const english = /^(.*\b(?:co|ltd|limited|inc|corp|llc|plc|gmbh|ag)) (.*\b(?:branch|office|plant))$/.exec(text);
  if (english !== null) return { head: english[1] ?? '', branch: english[2] ?? '' };
  const word = branchWords.exec(text);
  if (word === null || word.index === 0) return { head: text, branch: '' };
  const head = text.slice(0, word.index);
  const from = head.length - placeAtEnd(head);
  return from > 0 ? { head: text.slice(0, from), branch: text.slice(from) } : { head, branch: word[0] };
}
