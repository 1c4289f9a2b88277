import type { MatchField } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
import { compareAddresses } from './address.ts';
import type { IdentityKey, KeyKind } from './party.ts';
import { comparePersons } from './person-name.ts';
import { isMobile } from './phone-lines.ts';
import { wordLikeness } from './words.ts';

/** What one field says of two: 1 the same, less for nearly so, 0 that they are two. */
export interface Evidence {
  readonly field: MatchField;
  readonly strength: number;
  readonly reason?: Why;
}

const why = (key: string, params: Why['params'] = {}): Why => ({ key: `match.${key}`, params });

/** The values of one kind among the keys of a party. */
export const valuesIn = (keys: readonly IdentityKey[], kind: KeyKind): string[] =>
  keys.filter((key) => key.kind === kind).map(({ key }) => key);

type Keys = readonly IdentityKey[];

function shared(mine: Keys, theirs: Keys, kind: KeyKind): string[] {
  const others = new Set(valuesIn(theirs, kind));
  return valuesIn(mine, kind).filter((key) => others.has(key));
}

/** A field whose values are equal or not: the same, different where both tell it, or silent. */
function exact(field: MatchField, mine: readonly string[], theirs: readonly string[], reason: Why): Evidence[] {
  if (mine.length === 0 || theirs.length === 0) return [];
  return mine.some((value) => theirs.includes(value)) ? [{ field, strength: 1, reason }] : [{ field, strength: 0 }];
}

/** Addresses one slip apart are more often one than two; colleagues of one company are not. */
const NEAR_MAIL = 0.85;

function mail(mine: Keys, theirs: Keys): Evidence[] {
  const [ours, others] = [valuesIn(mine, 'email'), valuesIn(theirs, 'email')];
  const found = exact('email', ours, others, why('email'));
  if (found[0]?.strength !== 0 || shared(mine, theirs, 'domain').length > 0) return found;
  const near = Math.max(...ours.flatMap((one) => others.map((other) => wordLikeness(one, other))));
  return near >= NEAR_MAIL ? [{ field: 'email', strength: 0.5, reason: why('near_email') }] : found;
}

function line(mine: Keys, theirs: Keys): Evidence[] {
  const lines = (keys: Keys) => valuesIn(keys, 'phone').filter((phone) => !isMobile(phone));
  const found = exact('landline', lines(mine), lines(theirs), why('landline'));
  if (found.length > 0) return found;
  return shared(mine, theirs, 'local').length > 0
    ? [{ field: 'landline', strength: 1, reason: why('landline_local') }]
    : [];
}

function person(mine: Keys, theirs: Keys): Evidence[] {
  if (shared(mine, theirs, 'person').length > 0) return [{ field: 'person', strength: 1, reason: why('person') }];
  const [[one = ''], [other = '']] = [valuesIn(mine, 'contact'), valuesIn(theirs, 'contact')];
  if (one === '' || other === '') return [];
  const { likeness, differ } = comparePersons(one, other);
  if (differ) return [{ field: 'person', strength: 0 }];
  if (likeness === 0) return [];
  const reason = likeness === 1 ? why('contact') : why('near_contact', { likeness: likeness.toFixed(2) });
  return [{ field: 'person', strength: likeness, reason }];
}

function address(mine: Keys, theirs: Keys): Evidence[] {
  const [[one = ''], [other = '']] = [valuesIn(mine, 'address'), valuesIn(theirs, 'address')];
  const { likeness, differ } = compareAddresses(one, other);
  if (differ) return [{ field: 'address', strength: 0 }];
  if (likeness === 0) return [];
  const reason = likeness === 1 ? why('address') : why('near_address', { likeness: likeness.toFixed(2) });
  return [{ field: 'address', strength: likeness, reason }];
}

/** Towns are written in many ways; a postcode in one. */
const NEAR_PLACE = 0.75;

function place(mine: Keys, theirs: Keys): Evidence[] {
  if (shared(mine, theirs, 'postcode').length > 0) return [{ field: 'place', strength: 1 }];
  const [[one = ''], [other = '']] = [valuesIn(mine, 'place'), valuesIn(theirs, 'place')];
  if (one === '' || other === '') return [];
  const same = one.includes(other) || other.includes(one) || wordLikeness(one, other) >= NEAR_PLACE;
  return [{ field: 'place', strength: same ? 1 : 0 }];
}

/** One digit of a day is a slip: half of what the day says. */
function born(mine: Keys, theirs: Keys): Evidence[] {
  const [[one = ''], [other = '']] = [valuesIn(mine, 'born'), valuesIn(theirs, 'born')];
  if (one === '' || other === '') return [];
  const likeness = wordLikeness(one, other);
  if (likeness === 1) return [{ field: 'born', strength: 1, reason: why('born') }];
  return [{ field: 'born', strength: likeness > 0.85 ? 0.5 : 0, reason: why('near_born') }];
}

function domain(mine: Keys, theirs: Keys): Evidence[] {
  const [found] = shared(mine, theirs, 'domain');
  return exact('domain', valuesIn(mine, 'domain'), valuesIn(theirs, 'domain'), why('domain', { domain: found ?? '' }));
}

/** What each field but the company's name says of two, in the order in which it is told. */
export function evidenceOf(mine: Keys, theirs: Keys): Evidence[] {
  const mobiles = (keys: Keys) => valuesIn(keys, 'phone').filter(isMobile);
  return [
    ...exact('mobile', mobiles(mine), mobiles(theirs), why('mobile')),
    ...mail(mine, theirs),
    ...exact('wechat', valuesIn(mine, 'wechat'), valuesIn(theirs, 'wechat'), why('wechat')),
    ...person(mine, theirs),
    ...address(mine, theirs),
    ...place(mine, theirs),
    ...born(mine, theirs),
    ...line(mine, theirs),
    ...domain(mine, theirs),
  ];
}
