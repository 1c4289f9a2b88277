import { z } from 'zod';
import { Day, ItemsOf, operation, OptionalText, OutId, Text, Why } from '../kernel/index.ts';
import { Skill } from '../organization/index.ts';
import { LeadConditions } from './conditions.ts';
import { CustomerType, Level } from './lead.ts';

/** How a rule shares leads out among its people: by open load, in turn, or in turn by weight. */
export const SharingStrategy = z.enum(['load', 'round_robin', 'weighted']);
export type SharingStrategy = z.infer<typeof SharingStrategy>;

export const AssignmentRule = z.object({
  id: OutId,
  name: z.string(),
  position: z.number().int(),
  active: z.boolean(),
  conditions: z.object({
    regions: z.array(z.string()),
    provinces: z.array(z.string()),
    industries: z.array(z.string()),
    customerTypes: z.array(z.string()),
    priorities: z.array(z.string()),
    sources: z.array(z.string()),
  }),
  departmentIds: z.array(OutId),
  memberIds: z.array(OutId),
  supervisorFirst: z.boolean(),
  skills: z.array(z.string()),
  strategy: SharingStrategy,
  weights: z.record(OutId, z.number().int()),
  atWorkOnly: z.boolean(),
  version: z.number().int(),
});

export const listAssignmentRules = operation({
  id: 'leads.listAssignmentRules',
  method: 'GET',
  path: '/lead-assignment-rules',
  result: ItemsOf(AssignmentRule),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Assignment rules in the order they are tried.',
});

const ruleFacts = {
  name: Text(80),
  active: z.boolean(),
  conditions: LeadConditions,
  departmentIds: z.array(z.uuid()).max(200),
  memberIds: z.array(z.uuid()).max(500),
  supervisorFirst: z.boolean(),
  /** All of these are asked of whoever gets the lead. */
  skills: z.array(Skill).max(20).default([]),
  strategy: SharingStrategy.default('load'),
  /** By member, for `weighted`: who is not named counts 1, who has 0 gets nothing. */
  weights: z.record(z.uuid(), z.int().min(0).max(100)).default({}),
  /** Holds only in the working hours of the organisation; outside them the next rule is asked. */
  atWorkOnly: z.boolean().default(false),
} as const;

export const saveAssignmentRules = operation({
  id: 'leads.saveAssignmentRules',
  method: 'PUT',
  path: '/lead-assignment-rules',
  body: z.strictObject({ items: z.array(z.strictObject({ id: z.uuid().optional(), ...ruleFacts })).max(100) }),
  result: ItemsOf(AssignmentRule),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Replaces the assignment rules; the first that fits a new lead decides.',
});

/** Most leads a replay gives out; of a longer period the latest. */
export const MOST_REPLAYED = 5_000;

/** What a person would have got in the replayed period, beside what they really got. */
const Replayed = z.object({
  memberId: OutId,
  name: z.string(),
  would: z.number().int(),
  had: z.number().int(),
  /** Most open leads they would have had at once, and the most they take; null: no limit. */
  peak: z.number().int(),
  capacity: z.number().int().nullable(),
});
export type Replayed = z.infer<typeof Replayed>;

export const simulateAssignment = operation({
  id: 'leads.simulateAssignment',
  method: 'POST',
  path: '/lead-assignment-rules/simulate',
  body: z.strictObject({
    /** Rules to try, in their order; absent: those that hold now. */
    items: z
      .array(z.strictObject({ id: z.uuid().optional(), ...ruleFacts }))
      .max(100)
      .optional(),
    from: Day,
    to: Day,
  }),
  result: z.object({
    /** Leads that came in the period and were not kept by their finders. */
    leads: z.number().int(),
    /** How many of them would have gone to somebody else. */
    moved: z.number().int(),
    /** How many nobody could have taken; an administrator would hold them. */
    unassigned: z.number().int(),
    people: z.array(Replayed),
    rules: z.array(z.object({ name: z.string(), would: z.number().int() })),
    /** Some that nobody could have taken, with the reasons. */
    samples: z.array(z.object({ leadId: OutId, title: z.string(), why: z.array(Why) })),
  }),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary:
    'Replays the leads of a period against rules that are only written down, as they came day by day; saves nothing.',
});

/** A lead that nobody has taken in: what the rules look at. */
const SuppositionalLead = z.strictObject({
  region: OptionalText(40),
  province: OptionalText(40),
  city: OptionalText(80),
  industry: OptionalText(80),
  customerType: CustomerType.nullable().optional(),
  priority: Level.nullable().optional(),
  source: OptionalText(120),
});

/** Whom the rules would give a lead to. */
const TriedLead = z.object({
  /** The lead that is there; null for one that was only supposed. */
  leadId: OutId.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  /** Who has it now. */
  holderId: OutId.nullable(),
  holderName: z.string().nullable(),
  ownerId: OutId,
  ownerName: z.string(),
  how: z.enum(['rule', 'fallback']),
  ruleName: z.string().nullable(),
  why: z.array(Why),
});

/** Most leads a trial gives out at once. */
const MOST_TRIED = 500;

export const tryAssignmentRules = operation({
  id: 'leads.tryAssignmentRules',
  method: 'POST',
  path: '/lead-assignment-rules/try',
  body: z
    .strictObject({
      /** Rules to try, in their order; absent: those that hold now. */
      items: z
        .array(z.strictObject({ id: z.uuid().optional(), ...ruleFacts }))
        .max(100)
        .optional(),
      /** A lead to try them on. */
      lead: SuppositionalLead.optional(),
      /** Or the latest leads that rules gave out: each is taken from its owner and given out anew. */
      last: z.int().min(1).max(MOST_TRIED).optional(),
    })
    .refine(({ lead, last }) => (lead === undefined) !== (last === undefined), { path: ['lead'] }),
  result: z.object({
    /** In the order they were given out. */
    items: z.array(TriedLead),
    /** What each person got, who got most first. */
    shares: z.array(
      z.object({
        memberId: OutId,
        name: z.string(),
        got: z.number().int(),
        /** Open leads before and the most they take; null: no limit. */
        openBefore: z.number().int(),
        capacity: z.number().int().nullable(),
        absent: z.boolean(),
      }),
    ),
    /** How many would go to somebody else than the one who has them. */
    moved: z.number().int(),
  }),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Says who would get a lead, or the latest ones, by rules that are only written down; saves nothing.',
});
