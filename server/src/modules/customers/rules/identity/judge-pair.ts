import type { Why } from '@dealtrail/protocol/kernel';
import { compareNames, type NameVerdict } from './compare-names.ts';
import { isMobile } from './phone-lines.ts';
import type { IdentityKey, KeyKind } from './party.ts';

/**
 * How sure it is that two are one: `same` by name or registration, `likely` and `possible` by weaker signs, `related`
 * where one is a branch or belongs to the group of the other, `none` where nothing says so.
 */
export type Grade = 'same' | 'likely' | 'possible' | 'related' | 'none';

/** What a comparison says: a grade, and why in sentences that tell only what both sides share. */
export interface Verdict {
  readonly grade: Grade;
  readonly reasons: readonly Why[];
}

const why = (key: string, params: Why['params'] = {}): Why => ({ key: `match.${key}`, params });

const keysIn = (keys: readonly IdentityKey[], kind: KeyKind): string[] =>
  keys.filter((key) => key.kind === kind).map(({ key }) => key);

function shared(mine: readonly IdentityKey[], theirs: readonly IdentityKey[], kind: KeyKind): string[] {
  const others = new Set(keysIn(theirs, kind));
  return keysIn(mine, kind).filter((key) => others.has(key));
}

/** Signs of the same person: a mobile, an address, a WeChat id, a name on a shared line. */
function personal(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): Why[] {
  return [
    ...(shared(mine, theirs, 'phone').some(isMobile) ? [why('mobile')] : []),
    ...(shared(mine, theirs, 'email').length > 0 ? [why('email')] : []),
    ...(shared(mine, theirs, 'wechat').length > 0 ? [why('wechat')] : []),
    ...(shared(mine, theirs, 'person').length > 0 ? [why('person')] : []),
  ];
}

function sharedLine(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): Why[] {
  if (shared(mine, theirs, 'phone').some((phone) => !isMobile(phone))) return [why('landline')];
  const lines = (keys: readonly IdentityKey[]) => keysIn(keys, 'phone').filter((phone) => !isMobile(phone));
  const oneWithoutArea = lines(mine).length === 0 || lines(theirs).length === 0;
  return oneWithoutArea && shared(mine, theirs, 'local').length > 0 ? [why('landline_local')] : [];
}

/** Signs of the same house, none of which makes two companies one: a switchboard, a domain. */
function supporting(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): Why[] {
  const [domain] = shared(mine, theirs, 'domain');
  return [...sharedLine(mine, theirs), ...(domain === undefined ? [] : [why('domain', { domain })])];
}

/** Signs that leave no doubt, and the one that speaks against a shared name. */
function registered(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]) {
  const sure = [
    ...(shared(mine, theirs, 'credit_code').length > 0 ? [why('credit_code')] : []),
    ...(shared(mine, theirs, 'external_id').length > 0 ? [why('external_id')] : []),
  ];
  const codes = [keysIn(mine, 'credit_code'), keysIn(theirs, 'credit_code')];
  const codesDiffer = codes.every((known) => known.length > 0) && shared(mine, theirs, 'credit_code').length === 0;
  return { sure, codesDiffer };
}

function gradeOf(name: NameVerdict, sure: boolean, person: boolean, house: boolean, codesDiffer: boolean): Grade {
  if (sure) return 'same';
  if (name.grade === 'same') return codesDiffer ? 'possible' : 'same';
  if (name.grade === 'related') return 'related';
  if (name.grade === 'likely') return codesDiffer ? 'possible' : 'likely';
  if (name.grade === 'possible') return person || house ? 'likely' : 'possible';
  if (person) return name.differ ? 'possible' : 'likely';
  return house && !name.differ ? 'possible' : 'none';
}

/**
 * Whether two are one, from their keys alone; the same both ways round. A switchboard or a domain pairs no two companies
 * of different names, and a free mailbox says nothing of a company.
 */
export function judgePair(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): Verdict {
  const name = compareNames(mine, theirs);
  const { sure, codesDiffer } = registered(mine, theirs);
  const person = personal(mine, theirs);
  const house = supporting(mine, theirs);
  const domainAlone = house.some(({ key }) => key === 'match.domain');
  const found = gradeOf(name, sure.length > 0, person.length > 0, house.length > 0, codesDiffer);
  const grade = found === 'none' && domainAlone ? 'possible' : found;
  if (grade === 'none') return { grade, reasons: [] };
  const against = [
    ...(codesDiffer && name.grade !== 'none' ? [why('codes_differ')] : []),
    ...(name.differ && sure.length === 0 ? [why('companies_differ')] : []),
  ];
  return { grade, reasons: [...sure, ...name.reasons, ...person, ...house, ...against] };
}
