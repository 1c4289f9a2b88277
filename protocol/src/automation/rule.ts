import { z } from 'zod';
import { FieldFilter, Filter, Id, Text } from '../kernel/index.ts';

/** Kinds of record automations act on. */
export const AutomationKind = z.enum(['lead', 'opportunity', 'customer']);
export type AutomationKind = z.infer<typeof AutomationKind>;

/** Something that happened to a record; `of` narrows it to what a vocabulary entry offers, such as who got a lead how. */
const EventTrigger = z.strictObject({
  on: z.literal('event'),
  event: z.string().regex(/^[a-z]{1,40}\.[a-z_]{1,60}$/),
  of: z.array(z.string().min(1).max(60)).min(1).max(30).optional(),
});

/**
 * A time in the organisation's zone, on which every record that fits is acted on. Not again on the same record within
 * `againAfterDays`; null: only once.
 */
const TimeTrigger = z.strictObject({
  on: z.literal('time'),
  every: z.enum(['day', 'week', 'month']),
  hour: z.int().min(0).max(23),
  /** 1 Monday … 7 Sunday; for `week`. */
  weekday: z.int().min(1).max(7).optional(),
  /** 1 … 28; for `month`. */
  monthDay: z.int().min(1).max(28).optional(),
  /** On a day off it waits for the next workday at that hour. */
  workdaysOnly: z.boolean(),
  againAfterDays: z.int().min(1).max(365).nullable(),
});
export type TimeTrigger = z.infer<typeof TimeTrigger>;

export const AutomationTrigger = z.discriminatedUnion('on', [EventTrigger, TimeTrigger]);
export type AutomationTrigger = z.infer<typeof AutomationTrigger>;

/** Somebody as an action names them: by their place beside the record, or by name. */
export const AutomationPerson = z.discriminatedUnion('who', [
  z.strictObject({ who: z.literal('owner') }),
  z.strictObject({ who: z.literal('supervisor') }),
  z.strictObject({ who: z.literal('member'), memberId: Id }),
]);
export type AutomationPerson = z.infer<typeof AutomationPerson>;

/** Words of a text that stand for facts of the record. */
export const PLACEHOLDERS = ['title', 'number', 'owner'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/**
 * What an automation does: hand the record over, give a lead out by the rules of assignment or back into its pool, set one fact, make a task due at the end of
 * a workday, or tell people. Texts may hold {title}, {number} and {owner}.
 */
export const AutomationAction = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('assign'), memberId: Id }),
  z.strictObject({ do: z.literal('give_out') }),
  z.strictObject({ do: z.literal('pool') }),
  z.strictObject({
    do: z.literal('set'),
    field: z.string().regex(/^[a-zA-Z]{1,40}$/),
    value: z.union([z.string().max(120), z.number(), z.null()]),
  }),
  z.strictObject({
    do: z.literal('task'),
    for: AutomationPerson,
    title: Text(120),
    workdays: z.int().min(0).max(60),
  }),
  z.strictObject({ do: z.literal('notify'), to: z.array(AutomationPerson).min(1).max(5), text: Text(300) }),
]);
export type AutomationAction = z.infer<typeof AutomationAction>;

/** What an automation is: when, on which condition, what then. */
export const AutomationRule = z.strictObject({
  name: Text(60),
  kind: AutomationKind,
  trigger: AutomationTrigger,
  /** Asked of the record as it is at that moment; `{ all: [] }` always holds. */
  conditions: Filter,
  actions: z.array(AutomationAction).min(1).max(5),
  /** Acts within an hour; at more it stops and tells its author. */
  perHour: z.int().min(1).max(5_000),
});
export type AutomationRule = z.infer<typeof AutomationRule>;

/** A condition that did not hold, with what the record has instead. */
export const Unmet = z.object({
  asked: FieldFilter,
  /** It was asked for not to hold, and it did. */
  not: z.boolean(),
  had: z.union([z.string(), z.number(), z.boolean(), z.null()]),
});
export type Unmet = z.infer<typeof Unmet>;
