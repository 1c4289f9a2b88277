import type { IdentityKey, KeyKind } from './party.ts';

/** How much of what is found a check compares. */
export const matcher = {
  /**
   * Candidates one key may bring: what twenty others share tells nobody apart, and no more than twenty hits are told. A
   * key that only finds (half of the letters, how a word sounds) brings nobody beyond that.
   */
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
