import { normalizeCreditCode } from '@dealtrail/protocol/quality';
import { normalizeCompanyName } from '../company-name.ts';
import { addressSpot, foldAddress } from './address.ts';
import { companySounds, isWordy } from './company-words.ts';
import { nearKeys, nearProbes, shorterOrSwapped } from './likeness.ts';
import { foldPersonName, personSounds } from './person-name.ts';
import { bareLocalNumber, isMobile, localNumber } from './phone-lines.ts';
import { brandOf } from './trade-words.ts';
import { mailDomain, webDomain } from './web-domain.ts';

/** What is known of somebody, as it is stored: numbers in E.164, addresses in small letters; blanks are left out. */
export interface Party {
  readonly companyName?: string | null;
  /** Who answers a shared line; without a company, who the party is. */
  readonly contactName?: string | null;
  readonly formerNames?: readonly string[];
  readonly shortName?: string | null | undefined;
  readonly creditCode?: string | null | undefined;
  readonly website?: string | null | undefined;
  readonly wechat?: string | null;
  readonly externalId?: string | null;
  readonly phones?: readonly string[];
  /** Landlines as they were typed, where they could not be brought into E.164. */
  readonly typedLandlines?: readonly string[];
  readonly emails?: readonly string[];
  /** House and street as they were typed. */
  readonly address?: string | null;
  /** Town or district of the address. */
  readonly place?: string | null;
  readonly postcode?: string | null;
  /** Day of birth or foundation, yyyy-mm-dd. */
  readonly bornOn?: string | null;
}

/**
 * Kinds of keys, compared by equality only. `company` and `former` hold a whole normal name, `core` one without place
 * and legal form, `brand`, `group` and `short` the 字号 of a full name, of a 集团 and of a short name, `near` half of a
 * core's letters, `sound` how a word of a name in Latin letters is heard, `person` a name with the shared line it
 * answers, `contact` who a party without a company is, `spot` house number and street of an `address`; `phone` and `email`
 * are found among the contact points.
 */
export type KeyKind =
  | 'company'
  | 'former'
  | 'core'
  | 'brand'
  | 'group'
  | 'short'
  | 'near'
  | 'sound'
  | 'credit_code'
  | 'domain'
  | 'wechat'
  | 'external_id'
  | 'local'
  | 'person'
  | 'contact'
  | 'address'
  | 'spot'
  | 'place'
  | 'postcode'
  | 'born'
  | 'phone'
  | 'email';

export interface IdentityKey {
  readonly kind: KeyKind;
  readonly key: string;
}

/** Longest key that is kept: longer texts would not fit an index. */
const LONGEST_KEY = 400;

const told = (pairs: readonly (readonly [KeyKind, string | null | undefined])[]): IdentityKey[] => {
  const keys = pairs.flatMap(([kind, key]) => (key ? [{ kind, key: key.slice(0, LONGEST_KEY) }] : []));
  return [...new Map(keys.map((key) => [`${key.kind} ${key.key}`, key])).values()];
};

const foldPerson = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');

/** Who somebody without a company is. */
function contactKeys({ companyName, contactName }: Party): (readonly [KeyKind, string])[] {
  const folded = contactName && !companyName ? foldPersonName(contactName) : '';
  return [['contact', folded], ...personSounds(folded).map((sound) => ['sound', `p${sound}`] as const)];
}

function addressKeys({ address, place, postcode }: Party): (readonly [KeyKind, string | undefined])[] {
  const folded = address ? foldAddress(address) : '';
  return [
    ['address', folded],
    ['spot', addressSpot(folded)],
    ['place', place ? foldAddress(place) : ''],
    ['postcode', postcode?.replace(/\s/g, '')],
  ];
}

/** Somebody by name on a landline: the line alone is the whole company's. */
const personKeys = (name: string | null | undefined, phones: readonly string[]) =>
  phones.flatMap((phone) => (name && !isMobile(phone) ? [['person', `${foldPerson(name)}@${phone}`] as const] : []));

const foldWechat = (id: string): string => id.normalize('NFKC').trim().toLowerCase();

/** The 字号 of a name under the kind that says what name it is: full, of a group, or short. */
function brandKey(name: ReturnType<typeof normalizeCompanyName>): readonly [KeyKind, string] {
  const brand = brandOf(name.core);
  if (name.suffix?.includes('集团') || name.core.endsWith('集团')) return ['group', brand];
  return name.suffix === undefined && brand === name.core ? ['short', brand] : ['brand', brand];
}

function nameKeys(companyName: string): (readonly [KeyKind, string])[] {
  const name = normalizeCompanyName(companyName);
  if (name.key === '') return [];
  if (name.key.startsWith('=') || [...name.core].length < 2) return [['company', name.key]];
  return [
    ['company', name.key],
    ['core', name.core],
    brandKey(name),
    ...(isWordy(name.core)
      ? companySounds(name.core).map((sound) => ['sound', `c${sound}`] as const)
      : nearKeys(name.core).map((key) => ['near', key] as const)),
  ];
}

/** The keys under which somebody is kept and found (DECISIONS, "Match keys"), those of contact points among them. */
export function keysOf(party: Party): IdentityKey[] {
  const { formerNames = [], phones = [], emails = [], typedLandlines = [] } = party;
  return told([
    ...(party.companyName ? nameKeys(party.companyName) : []),
    ...formerNames.map((name) => ['former', normalizeCompanyName(name).key] as const),
    ['short', party.shortName ? normalizeCompanyName(party.shortName).core : null],
    ['credit_code', party.creditCode ? normalizeCreditCode(party.creditCode) : null],
    ['domain', party.website ? webDomain(party.website) : null],
    ...emails.map((email) => ['domain', mailDomain(email)] as const),
    ['wechat', party.wechat ? foldWechat(party.wechat) : null],
    ['external_id', party.externalId],
    ...personKeys(party.contactName, phones),
    ...contactKeys(party),
    ...addressKeys(party),
    ['born', party.bornOn?.replace(/\D/g, '')],
    ...phones.map((phone) => ['local', localNumber(phone)] as const),
    ...typedLandlines.map((line) => ['local', bareLocalNumber(line)] as const),
    ...phones.map((phone) => ['phone', phone] as const),
    ...emails.map((email) => ['email', email] as const),
  ]);
}

/** Keys that stand in `match_keys`; numbers and addresses stand among the contact points. */
export const matchKeysOf = (keys: readonly IdentityKey[]): IdentityKey[] =>
  keys.filter(({ kind }) => kind !== 'phone' && kind !== 'email');

/** Kinds that many share, or that others stand for: they are compared and not looked for. */
const comparedOnly: ReadonlySet<KeyKind> = new Set(['near', 'address', 'place', 'postcode']);

/** A Chinese name of two or three letters is shared by thousands. */
const isShortName = (name: string): boolean => /^[\u3400-\u9fff]{1,3}$/.test(name);

/** Kinds that only find a record and say nothing in a comparison. */
export const findingKinds: readonly KeyKind[] = ['core', 'near', 'sound', 'spot'];

/** Kinds of key that a 字号 of this kind may stand under on the other side. */
const brandsToMeet: Readonly<Partial<Record<KeyKind, readonly KeyKind[]>>> = {
  short: ['short', 'brand', 'group'],
  group: ['short', 'brand', 'group'],
  brand: ['short', 'group'],
};

function probesOfKey({ kind, key }: IdentityKey): IdentityKey[] {
  const meet = brandsToMeet[kind];
  if (meet) return meet.map((other) => ({ kind: other, key }));
  if (kind === 'company' || kind === 'former') {
    return [
      { kind: 'company', key },
      { kind: 'former', key },
    ];
  }
  if (kind === 'core' && isWordy(key)) return [{ kind, key }];
  if (kind === 'core') {
    const near = nearProbes(key).map((text) => ({ kind: 'near' as const, key: text }));
    return [key, ...shorterOrSwapped(key)].map((text): IdentityKey => ({ kind: 'core', key: text })).concat(near);
  }
  return comparedOnly.has(kind) || (kind === 'contact' && isShortName(key)) ? [] : [{ kind, key }];
}

/** The keys to look for when somebody with these keys comes in: equal ones, and those of names one letter away. */
export function probesOf(keys: readonly IdentityKey[]): IdentityKey[] {
  const probes = keys.flatMap(probesOfKey);
  return [...new Map(probes.map((probe) => [`${probe.kind} ${probe.key}`, probe])).values()];
}
