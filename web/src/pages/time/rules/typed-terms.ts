import type { ClockLimit, PolicyTerms } from '@dealtrail/protocol/clocks';

/** Terms as their form holds them. */
export interface TypedTerms {
  readonly active: boolean;
  /** By variant; `one` where the policy has a single limit, empty where it is a promised date. */
  readonly limits: Readonly<Record<string, { readonly amount: number; readonly unit: ClockLimit['unit'] }>>;
  readonly warnAtPercent: number;
  readonly warnByMail: boolean;
  readonly escalations: PolicyTerms['escalations'];
  readonly maxPauseDays?: number | null;
  readonly postpone: PolicyTerms['postpone'];
  readonly applyToOpen: boolean;
}

/** The limits of terms in the order of urgency; the variant is empty where there is only one. */
export function limitsOf({ limit }: Pick<PolicyTerms, 'limit'>): [string, ClockLimit][] {
  if ('unit' in limit && typeof limit.unit === 'string') return [['', limit]];
  const order = ['high', 'medium', 'low'];
  return Object.entries(limit).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
}

/** What the form begins with. */
export function typedOf(terms: PolicyTerms): TypedTerms {
  const limits = limitsOf(terms).filter(([, { unit }]) => unit !== 'fixed_moment');
  return {
    active: terms.active,
    limits: Object.fromEntries(limits.map(([variant, { amount, unit }]) => [variant || 'one', { amount, unit }])),
    warnAtPercent: terms.warnAtPercent,
    warnByMail: terms.warnByMail,
    escalations: terms.escalations,
    maxPauseDays: terms.maxPauseDays,
    postpone: terms.postpone,
    applyToOpen: false,
  };
}

function limitFrom(typed: TypedTerms, before: PolicyTerms): PolicyTerms['limit'] {
  const limits = Object.entries(typed.limits ?? {}) as [string, ClockLimit][];
  const [first] = limits;
  if (!first) return before.limit;
  return first[0] === 'one' ? first[1] : Object.fromEntries(limits);
}

/** What the form sends; a promised date stays one. */
export function termsFrom(typed: TypedTerms, before: PolicyTerms): PolicyTerms {
  return {
    active: typed.active,
    limit: limitFrom(typed, before),
    warnAtPercent: typed.warnAtPercent,
    warnByMail: typed.warnByMail,
    escalations: typed.escalations,
    maxPauseDays: typed.maxPauseDays ?? before.maxPauseDays,
    postpone: typed.postpone,
  };
}

/** A key no other step of the policy has. */
export function freshStepKey(taken: readonly { readonly key: string }[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  let place = taken.length + 1;
  while (keys.has(`step_${place}`)) place += 1;
  return `step_${place}`;
}
