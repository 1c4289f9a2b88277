import { z } from 'zod';

// Ten years: no limit of business is longer, and arithmetic over days stays cheap.
const LONGEST_HOURS = 24 * 3_660;

/** Key of a policy, of one of its variants or steps. */
export const PolicyKey = z.string().regex(/^[a-z][a-z0-9]*(?:[._][a-z0-9]+)*$/);

/** What a limit is counted in; natural hours and days skip rest days as the clock table says. */
export const TimeUnit = z.enum(['natural_hours', 'working_hours', 'natural_days', 'working_days']);
export type TimeUnit = z.infer<typeof TimeUnit>;

function wholeDays({ unit, amount }: { unit: string; amount: number }): boolean {
  return !unit.endsWith('_days') || Number.isInteger(amount);
}

/**
 * How long a clock runs: hours (parts allowed) or whole days of the calendar. `fixed_moment` is a date promised to
 * somebody: it is handed over at the start and its amount is 0.
 */
export const ClockLimit = z
  .union([
    z.strictObject({ unit: TimeUnit, amount: z.number().positive().max(LONGEST_HOURS) }),
    z.strictObject({ unit: z.literal('fixed_moment'), amount: z.literal(0) }),
  ])
  .refine(wholeDays, { error: 'days_must_be_whole', path: ['amount'] });
export type ClockLimit = z.infer<typeof ClockLimit>;

/** Key of the sentence that says a limit: `clocks.limit.natural_hours`, with {amount}. */
export function limitWord({ unit, amount }: Pick<ClockLimit, 'unit'> & { readonly amount: number }) {
  if (unit === 'fixed_moment') return 'clocks.limit.fixed_moment' as const;
  return amount === 1 ? (`clocks.limit.${unit}.one` as const) : (`clocks.limit.${unit}` as const);
}

/** A moment counted from the start or from the due moment of the clock. */
export const EscalationTerm = z
  .strictObject({ unit: TimeUnit, amount: z.number().min(0).max(LONGEST_HOURS), from: z.enum(['start', 'due']) })
  .refine(wholeDays, { error: 'days_must_be_whole', path: ['amount'] });
export type EscalationTerm = z.infer<typeof EscalationTerm>;

/** Places an escalation may go to, as seen from the record's owner; `second_supervisor` is above the supervisor. */
export const EscalatePlace = z.enum([
  'owner',
  'supervisor',
  'second_supervisor',
  'third_supervisor',
  'sales_manager',
  'marketing_lead',
  'administrator',
]);
export type EscalatePlace = z.infer<typeof EscalatePlace>;

/** Who is told when a clock escalates: a place, the holders of a role (`role:<key>`), or one person (`member:<id>`). */
export const EscalateTo = z.union([
  EscalatePlace,
  z.templateLiteral(['role:', z.string().regex(/^[a-z][a-z0-9_]{0,59}$/)]),
  z.templateLiteral(['member:', z.uuid().toLowerCase()]),
]);
export type EscalateTo = z.infer<typeof EscalateTo>;

/** One step of escalation: at the earliest of its terms; `variants` narrows it to some limits of the policy. */
export const Escalation = z.strictObject({
  key: PolicyKey,
  after: z.strictObject({ earliestOf: z.array(EscalationTerm).min(1).max(5) }),
  to: EscalateTo,
  /** By mail too, beside the message in the product. */
  mail: z.boolean().default(true),
  variants: z.array(PolicyKey).min(1).optional(),
});
export type Escalation = z.infer<typeof Escalation>;

/** How far those who owe a clock may move its due moment themselves: so many times, each by so much at the most. */
export const PostponeTerms = z
  .strictObject({ times: z.int().min(0).max(10), unit: TimeUnit, amount: z.number().positive().max(LONGEST_HOURS) })
  .refine(wholeDays, { error: 'days_must_be_whole', path: ['amount'] });
export type PostponeTerms = z.infer<typeof PostponeTerms>;

// R22: nothing rests longer than 30 days, whoever allows it.
export const LONGEST_PAUSE_DAYS = 30;

/** What an organisation may set in a policy: how long, when to warn, who hears next, how far it may be put off. */
export const PolicyTerms = z.strictObject({
  active: z.boolean(),
  /** One limit, or one per variant of the record, such as its intent. */
  limit: z.union([ClockLimit, z.record(PolicyKey, ClockLimit)]),
  // REQUIREMENTS, definitions: warned before at 80 % of the limit by default.
  warnAtPercent: z.number().min(1).max(100),
  /** Whether the owner is warned by mail too. */
  warnByMail: z.boolean(),
  escalations: z.array(Escalation).max(10),
  maxPauseDays: z.int().min(1).max(LONGEST_PAUSE_DAYS).nullable(),
  postpone: PostponeTerms,
});
export type PolicyTerms = z.infer<typeof PolicyTerms>;
