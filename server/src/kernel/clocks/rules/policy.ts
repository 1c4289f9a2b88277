import { z } from 'zod';

/** Step keys of every clock; an escalation may not take one of these names. */
export const WARN_STEP = 'warn';
export const DUE_STEP = 'due';
export const RESUME_STEP = 'resume';

/** What a policy's `why` text may mention, filled in for each clock. */
const WHY_PLACEHOLDERS = ['amount', 'unit', 'variant', 'startedAt', 'dueAt', 'restDays'] as const;

// Ten years: no limit of business is longer, and arithmetic over days stays cheap.
const LONGEST_DAYS = 3_660;

const Key = z.string().regex(/^[a-z][a-z0-9]*(?:[._][a-z0-9]+)*$/);
const TimeUnit = z.enum(['natural_hours', 'working_hours', 'natural_days', 'working_days']);

function wholeDays({ unit, amount }: { unit: string; amount: number }): boolean {
  return !unit.endsWith('_days') || Number.isInteger(amount);
}

/**
 * How long a clock runs: hours (parts allowed) or whole days of the calendar. `fixed_moment` is a date promised to
 * somebody: it is handed over at the start and its amount is 0.
 */
export const ClockLimit = z
  .union([
    z.strictObject({
      unit: TimeUnit,
      amount: z
        .number()
        .positive()
        .max(24 * LONGEST_DAYS),
    }),
    z.strictObject({ unit: z.literal('fixed_moment'), amount: z.literal(0) }),
  ])
  .refine(wholeDays, { error: 'days_must_be_whole', path: ['amount'] });
export type ClockLimit = z.infer<typeof ClockLimit>;

/** A moment counted from the start or from the due moment of the clock. */
export const EscalationTerm = z
  .strictObject({
    unit: TimeUnit,
    amount: z
      .number()
      .min(0)
      .max(24 * LONGEST_DAYS),
    from: z.enum(['start', 'due']),
  })
  .refine(wholeDays, { error: 'days_must_be_whole', path: ['amount'] });
export type EscalationTerm = z.infer<typeof EscalationTerm>;

/** Who is told when a clock escalates, as seen from the record's owner. */
export const EscalateTo = z.enum(['owner', 'supervisor', 'sales_manager', 'marketing_lead', 'administrator']);
export type EscalateTo = z.infer<typeof EscalateTo>;

/** One step of escalation: at the earliest of its terms; `variants` narrows it to some limits of the policy. */
export const Escalation = z.strictObject({
  key: Key,
  after: z.strictObject({ earliestOf: z.array(EscalationTerm).min(1).max(5) }),
  to: EscalateTo,
  variants: z.array(Key).min(1).optional(),
});
export type Escalation = z.infer<typeof Escalation>;

const Sentence = (max: number) => z.strictObject({ zh: z.string().min(1).max(max), en: z.string().min(1).max(max) });

const PolicyShape = z.strictObject({
  key: Key,
  chapter: Key,
  title: Sentence(100),
  why: Sentence(500),
  /** Event that starts the clock, such as leads.assigned. */
  start: Key,
  /** Events that stop it as met. */
  stops: z.array(Key).min(1),
  /** One limit, or one per variant of the record, such as its intent. */
  limit: z.union([ClockLimit, z.record(Key, ClockLimit)]),
  // REQUIREMENTS.md, definitions: warned before at 80 % of the limit by default.
  warnAtPercent: z.number().min(1).max(100).default(80),
  escalations: z.array(Escalation).max(10).default([]),
  /** Keys of the reasons a person may give for lateness. */
  reasons: z.array(Key).max(30).default([]),
  mayPause: z.boolean().default(false),
  maxPauseDays: z.int().min(1).max(366).optional(),
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
  for (const language of ['zh', 'en'] as const) {
    const used = [...policy.why[language].matchAll(/\{([^}]*)\}/g)].map(([, name]) => name ?? '');
    const unknown = used.some((name) => !(WHY_PLACEHOLDERS as readonly string[]).includes(name));
    if (unknown) breaches.push({ path: ['why', language], message: 'placeholder_unknown' });
  }
  if (policy.maxPauseDays !== undefined && !policy.mayPause) {
    breaches.push({ path: ['maxPauseDays'], message: 'pause_not_allowed' });
  }
  return breaches;
}

/**
 * A time limit as data: what starts and stops it, how long it runs, who hears of it and when, which reasons count.
 * Plain JSON, so that an organisation can keep an edited copy. Every limit of the product is one of these.
 */
export const ClockPolicy = PolicyShape.superRefine((policy, context) => {
  for (const { path, message } of breachesOf(policy)) context.addIssue({ code: 'custom', path, message });
});
export type ClockPolicy = z.infer<typeof ClockPolicy>;

/** A policy as a chapter declares it. @throws ZodError when a rule above is broken. */
export function clockPolicy(policy: z.input<typeof ClockPolicy>): ClockPolicy {
  return ClockPolicy.parse(policy);
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
