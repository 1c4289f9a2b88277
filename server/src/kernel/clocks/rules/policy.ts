import {
  ClockLimit,
  Escalation,
  LONGEST_PAUSE_DAYS,
  PolicyKey,
  type PolicyTerms,
  PostponeTerms,
} from '@dealtrail/protocol/clocks';
import { z } from 'zod';

/** Step keys of every clock; an escalation may not take one of these names. */
export const WARN_STEP = 'warn';
export const DUE_STEP = 'due';
export const RESUME_STEP = 'resume';

const PolicyShape = z.strictObject({
  key: PolicyKey,
  chapter: PolicyKey,
  /** Event that starts the clock, such as leads.assigned. */
  start: PolicyKey,
  /** Events that stop it as met. */
  stops: z.array(PolicyKey).min(1),
  /** One limit, or one per variant of the record, such as its intent. */
  limit: z.union([ClockLimit, z.record(PolicyKey, ClockLimit)]),
  // REQUIREMENTS.md, definitions: warned before at 80 % of the limit by default.
  warnAtPercent: z.number().min(1).max(100).default(80),
  warnByMail: z.boolean().default(true),
  escalations: z.array(Escalation).max(10).default([]),
  /** Reasons of attempts that explain its lateness by themselves, such as no_answer. */
  explainedBy: z.array(PolicyKey).max(10).default([]),
  mayPause: z.boolean().default(false),
  maxPauseDays: z.int().min(1).max(LONGEST_PAUSE_DAYS).optional(),
  // Issue 4, point 6: once, at most 2 working days; what goes beyond it the supervisor decides.
  postpone: PostponeTerms.default({ times: 1, unit: 'working_days', amount: 2 }),
});
type PolicyShape = z.infer<typeof PolicyShape>;

/** Whether the policy has one limit for all records. */
function isSingleLimit(limit: PolicyShape['limit']): limit is ClockLimit {
  return 'unit' in limit && typeof limit.unit === 'string';
}

/** A rule that a policy breaks, and where. */
interface Breach {
  path: (string | number)[];
  message: string;
}

function breachesOf(policy: PolicyShape): Breach[] {
  const breaches: Breach[] = [];
  const variants = isSingleLimit(policy.limit) ? [] : Object.keys(policy.limit);
  if (!isSingleLimit(policy.limit) && !variants.length) breaches.push({ path: ['limit'], message: 'limit_missing' });
  const taken = new Set([WARN_STEP, DUE_STEP, RESUME_STEP]);
  for (const [i, { key, variants: only }] of policy.escalations.entries()) {
    if (taken.has(key)) breaches.push({ path: ['escalations', i, 'key'], message: 'step_key_taken' });
    taken.add(key);
    const unknown = only?.some((variant) => !variants.includes(variant));
    if (unknown) breaches.push({ path: ['escalations', i, 'variants'], message: 'variant_unknown' });
  }
  if (policy.maxPauseDays !== undefined && !policy.mayPause) {
    breaches.push({ path: ['maxPauseDays'], message: 'pause_not_allowed' });
  }
  return breaches;
}

/**
 * A time limit as data: what starts and stops it, how long it runs, who hears of it and when, which attempts explain
 * its lateness. Plain JSON, so that an organisation can keep an edited copy. Every limit of the product is one of these;
 * its words are sentences of the messages: `clocks.<key>.name`, `.title`, `.why`.
 */
export const ClockPolicy = PolicyShape.superRefine((policy, context) => {
  for (const { path, message } of breachesOf(policy)) context.addIssue({ code: 'custom', path, message });
});
export type ClockPolicy = z.infer<typeof ClockPolicy>;

/** A policy as a chapter declares it. @throws ZodError when a rule above is broken. */
export function clockPolicy(policy: z.input<typeof ClockPolicy>): ClockPolicy {
  return ClockPolicy.parse(policy);
}

/** The variants a policy has limits for; null where one limit holds for all, none where it is a promised date. */
export function variantsOf({ limit }: Pick<ClockPolicy, 'limit'>): (string | null)[] {
  if (!isSingleLimit(limit)) return Object.keys(limit);
  return limit.unit === 'fixed_moment' ? [] : [null];
}

/**
 * The limit of a policy for one record.
 * @throws RangeError when the policy has variants and this is none of them.
 */
export function limitOf(policy: ClockPolicy, variant: string | null): ClockLimit {
  if (isSingleLimit(policy.limit)) return policy.limit;
  const limit = variant === null ? undefined : policy.limit[variant];
  if (!limit) throw new RangeError(`clock ${policy.key} has no limit for ${variant ?? 'no variant'}`);
  return limit;
}

/** What an organisation may set of a policy, as it stands. */
export function termsOf(policy: ClockPolicy): PolicyTerms {
  return {
    active: true,
    limit: policy.limit,
    warnAtPercent: policy.warnAtPercent,
    warnByMail: policy.warnByMail,
    escalations: policy.escalations,
    maxPauseDays: policy.maxPauseDays ?? null,
    postpone: policy.postpone,
  };
}
