import type { PolicyTerms } from '@dealtrail/protocol/clocks';
import { ClockPolicy } from './policy.ts';

/** A rule that terms break: the place in the terms, and which rule. */
export interface TermsBreach {
  readonly path: string;
  readonly code: string;
}

function kindOfLimit(limit: PolicyTerms['limit']): string {
  if (!('unit' in limit) || typeof limit.unit !== 'string') return Object.keys(limit).toSorted().join(' ');
  return limit.unit === 'fixed_moment' ? 'fixed_moment' : 'one';
}

/** The policy with an organisation's terms; what starts and stops it, its words and its reasons stay. */
export function withTerms(policy: ClockPolicy, terms: PolicyTerms): ClockPolicy {
  const { maxPauseDays: _shipped, ...rest } = policy;
  return {
    ...rest,
    limit: terms.limit,
    warnAtPercent: terms.warnAtPercent,
    warnByMail: terms.warnByMail,
    escalations: terms.escalations,
    postpone: terms.postpone,
    ...(terms.maxPauseDays === null ? {} : { maxPauseDays: terms.maxPauseDays }),
  };
}

/**
 * What is wrong with terms for a policy; empty when nothing is. A promised date stays one, and every variant keeps a
 * limit of its own.
 */
export function termsBreaches(policy: ClockPolicy, terms: PolicyTerms): TermsBreach[] {
  if (kindOfLimit(terms.limit) !== kindOfLimit(policy.limit)) return [{ path: 'limit', code: 'limit_of_another_kind' }];
  const judged = ClockPolicy.safeParse(withTerms(policy, terms));
  return (judged.error?.issues ?? []).map(({ path, message }) => ({ path: path.join('.'), code: message }));
}
