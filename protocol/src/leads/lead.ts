import { z } from 'zod';
import { ClockView } from '../clocks/index.ts';
import { DuplicateHit } from '../customers/index.ts';
import { Currency, Day, Id, MoneyMinor, OptionalText, OutDay, OutId, OutInstant, Text, Why } from '../kernel/index.ts';

/** States of a lead (R26 and REQUIREMENTS "Lead states"); 待补充, 暂缓 and 已转化 are flags over a state. */
export const LeadState = z.enum([
  'screening',
  'unassigned',
  'assigned',
  'contacted',
  'need_confirmed',
  'proposal_submitted',
  'negotiating',
  'won',
  'qualified',
  'invalid',
]);
export type LeadState = z.infer<typeof LeadState>;

export const Level = z.enum(['high', 'medium', 'low']);
export type Level = z.infer<typeof Level>;

/** Why a lead is no real opportunity. */
export const InvalidReason = z.enum(['wrong_information', 'customer_cancelled', 'unreachable', 'not_a_buyer']);

export const CustomerType = z.enum(['new', 'existing', 'partner', 'government', 'other']);

/** Facts of a lead a person may give (R3). `source` may be a shipped key, its Chinese name or any other text. */
export const leadFacts = {
  companyName: OptionalText(200),
  contactName: OptionalText(80),
  contactTitle: OptionalText(80),
  phone: OptionalText(60),
  email: OptionalText(254),
  landline: OptionalText(60),
  wechat: OptionalText(64),
  /** Unified social credit code; one that cannot be right is kept and pointed out, never refused. */
  creditCode: OptionalText(40),
  website: OptionalText(200),
  industry: OptionalText(80),
  region: OptionalText(40),
  province: OptionalText(40),
  city: OptionalText(60),
  need: OptionalText(4_000),
  customerType: OptionalText(40),
  budgetMinor: MoneyMinor.nullable().optional(),
  currency: Currency.optional(),
  expectedPurchaseOn: Day.nullable().optional(),
  campaign: OptionalText(120),
  /** Who referred it: a customer, contact or partner by name, and the person there. */
  referrer: OptionalText(120),
  referredBy: OptionalText(80),
} as const;

export const NewLead = z.strictObject({
  id: Id.optional(),
  ...leadFacts,
  source: Text(120),
  externalId: OptionalText(120),
  /**
   * 归我 / 按规则 / 进公海: keeps the lead with its author, lets the rules assign it, or lays it into a pool. Default: the
   * author's own find stays.
   */
  assign: z.enum(['mine', 'rules', 'pool']).optional(),
  /** What a person makes of it on the spot; it overrides the rules as in `leads.update`. */
  intent: Level.optional(),
  /** 待补充 ticked by a person, although nothing may be missing. */
  incomplete: z.boolean().optional(),
  /**
   * A lead that is there already: `join` fills its blanks and notes the source as a later touch, `create` makes another.
   * Default: the same `externalId` joins, everything else is made and told.
   */
  onDuplicate: z.enum(['create', 'join']).optional(),
  /** Why a lead is entered that the rule for duplicates refuses; for who may assign leads. */
  overrideReason: OptionalText(300),
});
export type NewLead = z.infer<typeof NewLead>;

/** The next clock of a record, as a list shows it. */
export const ClockChip = z.object({
  policyKey: z.string(),
  state: z.enum(['running', 'warned', 'overdue', 'paused']),
  dueAt: OutInstant,
  warnAt: OutInstant.nullable(),
  pausedUntil: OutInstant.nullable(),
});
export type ClockChip = z.infer<typeof ClockChip>;

export const LeadRow = z.object({
  id: OutId,
  number: z.string(),
  /** Company, else person, else external id: how people call it. */
  title: z.string(),
  companyName: z.string().nullable(),
  contactName: z.string().nullable(),
  contactTitle: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** Key of a listed source, else the text as it came; null when none was given. */
  source: z.string().nullable(),
  sourceListed: z.boolean(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  customerType: z.string().nullable(),
  state: LeadState,
  intent: Level,
  intentLabel: z.string(),
  priority: Level,
  complete: z.boolean(),
  pausedUntil: OutDay.nullable(),
  budgetMinor: z.number().nullable(),
  currency: z.string().nullable(),
  expectedPurchaseOn: OutDay.nullable(),
  /** The campaign as it was told, and the one known by that name. */
  campaign: z.string().nullable(),
  campaignId: OutId.nullable(),
  referrer: z.string().nullable(),
  referredBy: z.string().nullable(),
  externalId: z.string().nullable(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  departmentId: OutId.nullable(),
  departmentName: z.string().nullable(),
  convertedOn: OutDay.nullable(),
  createdAt: OutInstant,
  updatedAt: OutInstant,
  lastFollowUpAt: OutInstant.nullable(),
  version: z.number().int(),
  clock: ClockChip.nullable(),
  /** What this member may do with it from a list. */
  abilities: z.object({ update: z.boolean(), followUp: z.boolean(), assign: z.boolean() }),
});
export type LeadRow = z.infer<typeof LeadRow>;

/** How a known lead came again. */
export const LeadTouchVia = z.enum(['person', 'import', 'api', 'form']);
export type LeadTouchVia = z.infer<typeof LeadTouchVia>;

/** A later touch: a known lead came again through a source. */
export const LeadTouch = z.object({
  id: OutId,
  source: z.string().nullable(),
  sourceListed: z.boolean(),
  via: LeadTouchVia,
  campaign: z.string().nullable(),
  note: z.string().nullable(),
  memberName: z.string().nullable(),
  at: OutInstant,
});
export type LeadTouch = z.infer<typeof LeadTouch>;

export const Lead = LeadRow.omit({ clock: true }).extend({
  creditCode: z.string().nullable(),
  website: z.string().nullable(),
  /** Where it came from the last time; the source until a later touch names another. */
  lastSource: z.string().nullable(),
  /** 待补充 ticked by a person. */
  markedIncomplete: z.boolean(),
  /** True where a new lead joined this one, which was there already. */
  joined: z.boolean().optional(),
  landline: z.string().nullable(),
  wechat: z.string().nullable(),
  need: z.string().nullable(),
  /** The pool it lies in; null while somebody owns it. */
  poolId: OutId.nullable(),
  intentWhy: z.array(Why),
  intentOverridden: z.boolean(),
  /** What the rules had said, where a person decided otherwise. */
  intentSaid: Level.nullable(),
  priorityWhy: z.array(Why),
  priorityOverridden: z.boolean(),
  prioritySaid: Level.nullable(),
  assignedAt: OutInstant.nullable(),
  assignedWhy: z.array(Why),
  /** Who of marketing screens it, or did; null where sales got it at once. */
  screenerId: OutId.nullable(),
  screenerName: z.string().nullable(),
  acceptedAt: OutInstant.nullable(),
  missing: z.array(z.string()),
  /** Key of one of the organisation's reasons for pauses. */
  pauseReason: z.string().nullable(),
  pauseNote: z.string().nullable(),
  pauses: z.number().int(),
  attempts: z.number().int(),
  firstTouchAt: OutInstant.nullable(),
  invalidReason: z.string().nullable(),
  customerId: OutId.nullable(),
  opportunityId: OutId.nullable(),
  contractNo: z.string().nullable(),
  signedMinor: z.number().nullable(),
  /** Days from creation to signing in the organisation's zone. */
  cycleDays: z.number().int().nullable(),
  createdByName: z.string().nullable(),
  clocks: z.array(ClockView),
  duplicates: z.array(DuplicateHit),
  /** States this member may move it to now, with what each needs. */
  moves: z.array(z.object({ to: LeadState, backward: z.boolean() })),
  abilities: z.object({
    update: z.boolean(),
    followUp: z.boolean(),
    assign: z.boolean(),
    pause: z.boolean(),
    qualify: z.boolean(),
    invalidate: z.boolean(),
    reveal: z.boolean(),
    /** Taking it out of its pool, and giving it back into one. */
    claim: z.boolean(),
    return: z.boolean(),
    /** Passing it on to sales, or finding it to be nothing, while marketing screens it. */
    screen: z.boolean(),
    /** Accepting what marketing passed on; refusing what one was just given. */
    accept: z.boolean(),
    refuse: z.boolean(),
  }),
});
export type Lead = z.infer<typeof Lead>;
