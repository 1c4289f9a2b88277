import type { Why } from '@dealtrail/protocol/kernel';
import { compareCompanyWords, isWordy } from './company-words.ts';
import { nearness } from './likeness.ts';
import type { IdentityKey, KeyKind } from './party.ts';
import { brandOf } from './trade-words.ts';

/** What two sets of names say. `differ`: both sides have a company, and nothing makes them one. */
export interface NameVerdict {
  readonly grade: 'same' | 'likely' | 'possible' | 'related' | 'none';
  /** Share of the points a name gives, from 0 to 1. */
  readonly strength: number;
  readonly reasons: readonly Why[];
  readonly differ: boolean;
}

interface Name {
  readonly key: string;
  readonly core: string;
  readonly region: string;
  readonly form: string;
  readonly branch: string;
  readonly digits: string;
}

const why = (key: string, params: Why['params'] = {}): Why => ({ key: `match.${key}`, params });

/** Share of a name's points by grade: full and short name are nearly the name, one letter off is less than half of it. */
const strengths = { same: 1, likely: 0.85, possible: 0.4, related: 0, none: 0 } as const;

const verdict = (grade: NameVerdict['grade'], ...reasons: Why[]): NameVerdict => ({
  grade,
  strength: strengths[grade],
  reasons,
  differ: false,
});

const nothing: NameVerdict = { grade: 'none', strength: 0, reasons: [], differ: false };

const ofKind = (keys: readonly IdentityKey[], ...kinds: KeyKind[]): string[] =>
  keys.filter(({ kind }) => kinds.includes(kind)).map(({ key }) => key);

/** Reads a normal name back into its parts; see `normalizeCompanyName`. */
function partsOf(key: string): Name {
  const [, core = key, region = '', form = '', branch = ''] =
    /^([^@:#]*)(?:@([^:#]*))?(?::([^#]*))?(?:#(.*))?$/.exec(key) ?? [];
  const digits = `${core} ${branch}`.match(/[\p{N}零一二三四五六七八九十百]+/gu)?.join('-') ?? '';
  return { key, core, region, form, branch, digits };
}

/** Places that do not speak against each other: equal, one left out, or 中国 beside a city. */
const placesAgree = (one: Name, other: Name): boolean =>
  one.region === other.region || [one.region, other.region].some((region) => region === '' || region === '中国');

const isGroup = ({ form, core }: Name): boolean => form.includes('集团') || core.endsWith('集团');

function branches(mine: Name, theirs: Name): NameVerdict {
  if (mine.branch !== '' && theirs.branch !== '') return verdict('related', why('branches'));
  return verdict('related', why(theirs.branch === '' ? 'head_office_of' : 'branch_of'));
}

function sameCore(mine: Name, theirs: Name): NameVerdict {
  if (mine.branch !== theirs.branch) return branches(mine, theirs);
  if (!placesAgree(mine, theirs)) return nothing;
  const { core } = mine;
  if (isGroup(mine) !== isGroup(theirs)) return verdict('related', why('group'));
  if (mine.form !== theirs.form && mine.region !== theirs.region) return verdict('possible', why('core', { core }));
  if (mine.form !== theirs.form) return verdict('likely', why('core_form', { core }));
  return verdict('likely', why('core_region', { core }));
}

/** A group and a company that carries its name: 华星集团 and 华星集团电器有限公司. */
function sameGroup(mine: Name, theirs: Name): NameVerdict {
  if (isGroup(mine) === isGroup(theirs) || !placesAgree(mine, theirs)) return nothing;
  const brand = brandOf(mine.core);
  return brand === brandOf(theirs.core) ? verdict('related', why('group')) : nothing;
}

function nearName(mine: Name, theirs: Name): NameVerdict {
  if (mine.branch !== theirs.branch || mine.digits !== theirs.digits || !placesAgree(mine, theirs)) return nothing;
  if (isGroup(mine) !== isGroup(theirs)) return nothing;
  if (isWordy(mine.core) || isWordy(theirs.core)) return nearWords(mine, theirs);
  const found = nearness(mine.core, theirs.core, brandOf(mine.core), brandOf(theirs.core));
  return found === undefined ? nothing : verdict('possible', why('near_name', { likeness: found.toFixed(2) }));
}

/** Names in Latin letters are compared by their words; those with a slip or a word more are possible. */
function nearWords(mine: Name, theirs: Name): NameVerdict {
  const found = compareCompanyWords(mine.core, theirs.core);
  if (found === undefined) return nothing;
  if (found === 'related') return verdict('related', why('group'));
  return {
    ...verdict('possible', why('near_name', { likeness: found.likeness.toFixed(2) })),
    strength: found.likeness * strengths.likely,
  };
}

function compareTwo(mine: Name, theirs: Name): NameVerdict {
  if (mine.key === theirs.key) return verdict('same', why('company'));
  if (mine.core.startsWith('=') || theirs.core.startsWith('=')) return nothing;
  if (mine.core === theirs.core) return sameCore(mine, theirs);
  const group = sameGroup(mine, theirs);
  return group === nothing ? nearName(mine, theirs) : group;
}

/** 全称 and 简称: what one is called in short is the 字号 of the other. */
function shortName(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): NameVerdict {
  const short = (from: readonly IdentityKey[], to: readonly IdentityKey[]) =>
    ofKind(from, 'short').find((name) => ofKind(to, 'short', 'brand', 'group').includes(name));
  const name = short(mine, theirs) ?? short(theirs, mine);
  return name === undefined ? nothing : verdict('likely', why('short_name', { name }));
}

const rank = ['same', 'likely', 'related', 'possible', 'none'] as const;

const surest = (verdicts: readonly NameVerdict[]): NameVerdict =>
  verdicts.toSorted(
    (one, other) => rank.indexOf(one.grade) - rank.indexOf(other.grade) || other.strength - one.strength,
  )[0] ?? nothing;

/** A branch goes by no short name of its head office, and 曾用名 is as good as a name. */
function compareAll(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): NameVerdict {
  const names = (keys: readonly IdentityKey[]) => ofKind(keys, 'company').map(partsOf);
  const [ours, others] = [names(mine), names(theirs)];
  const direct = surest(ours.flatMap((one) => others.map((other) => compareTwo(one, other))));
  if (direct.grade === 'same') return direct;
  const former = ofKind(mine, 'company', 'former').find((key) => ofKind(theirs, 'company', 'former').includes(key));
  if (former !== undefined) return verdict('same', why('former_name', { name: partsOf(former).core }));
  const apart = ours.some((one) => others.some((other) => !placesAgree(one, other) || one.branch !== other.branch));
  const known = ofKind(mine, 'short').length > 0 || ofKind(theirs, 'short').length > 0;
  const short = known && !apart ? shortName(mine, theirs) : nothing;
  return short.grade === 'none' ? direct : short;
}

/** What the names of two sides say, all of them taken together; the same both ways round but for who is whose branch. */
export function compareNames(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): NameVerdict {
  const found = compareAll(mine, theirs);
  const bothNamed = [mine, theirs].every((keys) => ofKind(keys, 'company').length > 0);
  return found.grade === 'none' && bothNamed ? { ...found, differ: true } : found;
}
