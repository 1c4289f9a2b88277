import type { IdentityKey, KeyKind } from './party.ts';

/** What a check is bound by, and of which making the keys are. */
export const matcher = {
  /**
   * Version of the keys `keysOf` makes. Who changes what a key looks like raises it; records with older keys are found
   * again once their keys are made anew.
   */
  keyVersion: 1,
  /** Candidates one key may bring: what twenty others share tells nobody apart, and no more than twenty hits are told. */
  ofKey: 20,
  /** Candidates that are compared in one check; those of the surest keys come first. */
  inAll: 60,
} as const;

/** The surest kinds first, so that the bound cuts off what says least. */
const surest: readonly KeyKind[] = [
  'external_id',
  'credit_code',
  'company',
  'former',
  'phone',
  'email',
  'wechat',
  'person',
  'born',
  'spot',
  'contact',
  'short',
  'core',
];

const surety = ({ kind }: IdentityKey): number => {
  const at = surest.indexOf(kind);
  return at === -1 ? surest.length : at;
};

/** Keys to look for, those that say most first. */
export const surestFirst = (probes: readonly IdentityKey[]): IdentityKey[] =>
  probes.toSorted((one, other) => surety(one) - surety(other));
