import { z } from 'zod';
import { Day, Id, operation, OutId, OutInstant, Why } from '../kernel/index.ts';
import { ClockView } from '../clocks/index.ts';
import { Campaign } from '../campaigns/index.ts';
import { DealSums, SignedSums } from '../opportunities/sums.ts';
import { ConversionBy } from './tables.ts';

export * from './tables.ts';

/** A filter as JSON text that opens exactly the records a number counts. */
const Drill = z.string();

export const WorkItem = z.object({
  /** Clock or task behind the line. */
  id: OutId,
  /** The task of the line, also where a clock asks for the same. */
  taskId: OutId.nullable(),
  kind: z.enum(['clock', 'task']),
  policyKey: z.string().nullable(),
  section: z.enum(['overdue', 'today', 'next', 'paused']),
  dueAt: OutInstant.nullable(),
  /** Who is away and owes it, where the reader stands in for them. */
  behalfOf: z.string().nullable(),
  recordId: OutId.nullable(),
  recordKind: z.string().nullable(),
  recordTitle: z.string().nullable(),
  /** The customer of an opportunity, where it is called otherwise. */
  customerName: z.string().nullable(),
  contactName: z.string().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  /** Budget of a lead or amount of an opportunity. */
  amountKind: z.enum(['budget', 'amount']).nullable(),
  /** State of a lead or stage of an opportunity. */
  stateKey: z.string().nullable(),
  /** Priority of a lead. */
  priority: z.enum(['high', 'medium', 'low']).nullable(),
  /** What to do, and which rule asks for it. */
  title: z.union([z.string(), Why]),
  why: Why.nullable(),
  clock: ClockView.nullable(),
  act: z.enum(['follow_up', 'complete_lead', 'assign', 'open', 'complete_task']),
});
export type WorkItem = z.infer<typeof WorkItem>;

const StageSum = z.object({
  stageKey: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  count: z.number().int(),
  sums: DealSums,
  drill: Drill,
});

export const today = operation({
  id: 'insights.today',
  method: 'GET',
  path: '/insights/today',
  /** Whose work: a member of the asker's team, by default the asker. */
  query: z.strictObject({ memberId: Id.optional() }),
  result: z.object({
    member: z.object({ id: OutId, name: z.string() }),
    /** At most 50 of each section; the counts count all. */
    items: z.array(WorkItem),
    counts: z.object({
      overdue: z.number().int(),
      today: z.number().int(),
      next: z.number().int(),
      paused: z.number().int(),
    }),
    funnel: z.array(StageSum),
    week: z.object({
      reached: z.number().int(),
      attempts: z.number().int(),
      visits: z.number().int(),
      newLeads: z.number().int(),
      since: Day,
    }),
    /** For who sees more than their own leads: each person with what they owe, the three oldest of it; null for others. */
    team: z
      .array(
        z.object({
          memberId: OutId,
          name: z.string(),
          overdue: z.number().int(),
          /** Overdue time limits for which nobody gave a reason. */
          unexplained: z.number().int(),
          /** The reasons that were given, with their counts. */
          reasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
          openLeads: z.number().int(),
          items: z.array(WorkItem),
          drill: Drill,
        }),
      )
      .nullable(),
    /** Open opportunities without effective contact or a stage forward for 14 days. */
    stalled: z.number().int(),
    unassigned: z.number().int(),
    drills: z.object({ stalled: Drill, unassigned: Drill, newLeads: Drill }),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'What to do now, why and by when; for supervisors also who owes what.',
});

export const overdue = operation({
  id: 'insights.overdue',
  method: 'GET',
  path: '/insights/overdue',
  result: z.object({ overdue: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'How many lines of their own day the signed-in member is late with; the number of the page Today.',
});

export const ConversionGroup = z.object({
  key: z.string().nullable(),
  name: z.string(),
  /** Leads created in the period, merged ones out, invalid in (R36). */
  leads: z.number().int(),
  invalid: z.number().int(),
  converted: z.number().int(),
  /** Percent with one decimal as a number, null below 10 leads: then only n/N is honest. */
  rate: z.number().nullable(),
  rateWithoutInvalid: z.number().nullable(),
  /** Median days from creation to signing; null below 3 conversions. */
  medianCycleDays: z.number().nullable(),
  /** A quarter of the signings took at most the first of these days, a quarter at least the second; null as the median. */
  quartileDays: z.tuple([z.number(), z.number()]).nullable(),
  signed: SignedSums,
  drill: Drill,
  drillConverted: Drill,
});
export type ConversionGroup = z.infer<typeof ConversionGroup>;

/** Leads created in one month: young ones have not had the usual time yet and are not to be compared (R36). */
export const ConversionCohort = z.object({
  /** yyyy-mm; first and last day lie within the period. */
  month: z.string(),
  from: z.string(),
  to: z.string(),
  leads: z.number().int(),
  converted: z.number().int(),
  rate: z.number().nullable(),
  young: z.boolean(),
  why: z.array(Why),
  drill: Drill,
  drillConverted: Drill,
});
export type ConversionCohort = z.infer<typeof ConversionCohort>;

export const leadConversion = operation({
  id: 'insights.leadConversion',
  method: 'GET',
  path: '/insights/lead-conversion',
  query: z.strictObject({
    by: ConversionBy,
    from: Day.optional(),
    to: Day.optional(),
  }),
  result: z.object({
    by: z.string(),
    from: z.string(),
    to: z.string(),
    /** Most leads first. */
    groups: z.array(ConversionGroup),
    total: ConversionGroup,
    /** By month of creation, oldest first. */
    cohorts: z.array(ConversionCohort),
  }),
  problems: ['period_reversed', 'period_too_long'],
  permission: 'insights.read',
  offline: 'online',
  summary:
    'Conversion of the leads created in a period by source, campaign, region, industry or representative; default: the last 365 days, at most three years.',
});

export const funnel = operation({
  id: 'insights.funnel',
  method: 'GET',
  path: '/insights/funnel',
  query: z.strictObject({ from: Day.optional(), to: Day.optional() }),
  result: z.object({
    from: z.string(),
    to: z.string(),
    steps: z.array(
      z.object({
        key: z.string(),
        count: z.number().int(),
        /** Percent of the leads taken in; null below 10 of them. */
        shareOfFirst: z.number().nullable(),
        drill: Drill,
        list: z.enum(['leads', 'opportunities']),
      }),
    ),
    open: z.array(StageSum),
    closed: z.object({
      won: z.number().int(),
      awaitingSigning: z.number().int(),
      lost: z.number().int(),
      invalid: z.number().int(),
      /** Percent of won and lost ones, invalid and unsigned apart; null below 10. */
      winRate: z.number().nullable(),
      drills: z.object({ won: Drill, awaitingSigning: Drill, lost: Drill, invalid: Drill }),
    }),
    lostReasons: z.array(z.object({ reason: z.string().nullable(), count: z.number().int(), drill: Drill })),
    /** Why leads of the period turned out invalid, the most frequent first. */
    invalidReasons: z.array(z.object({ reason: z.string().nullable(), count: z.number().int(), drill: Drill })),
  }),
  problems: ['period_reversed', 'period_too_long'],
  permission: 'insights.read',
  offline: 'online',
  summary:
    'How the leads of a period moved: taken in, contacted, qualified, converted; and the open pipeline by stage.',
});

/** Leads whose first touch or contacts lay so far apart, and what became of them. */
export const PaceGroup = z.object({
  key: z.string(),
  leads: z.number().int(),
  converted: z.number().int(),
  /** Percent; null below 10 leads. */
  rate: z.number().nullable(),
  drill: Drill,
  drillConverted: Drill,
});
export type PaceGroup = z.infer<typeof PaceGroup>;

export const pace = operation({
  id: 'insights.pace',
  method: 'GET',
  path: '/insights/pace',
  query: z.strictObject({ from: Day.optional(), to: Day.optional() }),
  result: z.object({
    from: z.string(),
    to: z.string(),
    leads: z.number().int(),
    converted: z.number().int(),
    rate: z.number().nullable(),
    /** From assignment to first touch in natural hours; `none` has no first touch yet. The groups add up to the leads. */
    firstTouch: z.array(PaceGroup),
    /** Median natural minutes to the first touch; null below 3. */
    medianTouchMinutes: z.number().nullable(),
    /** Mean time between two effective contacts of a lead; `none` had fewer than two. The groups add up to the leads. */
    intervals: z.array(PaceGroup),
    /** Median of those means in hours; null below 3. */
    medianGapHours: z.number().nullable(),
  }),
  problems: ['period_reversed', 'period_too_long'],
  permission: 'insights.read',
  offline: 'online',
  summary: 'How soon leads of a period were touched first and how often then, against what was signed.',
});

export const CampaignFigures = z.object({
  campaign: Campaign,
  /** Leads of the campaign the reader sees, merged ones out, invalid in. */
  leads: z.int(),
  invalid: z.int(),
  qualified: z.int(),
  converted: z.int(),
  /** Percent of the leads that were signed; null below 10 leads. */
  rate: z.number().nullable(),
  signed: SignedSums,
  /** What the campaign cost, else what it is planned to cost; minor units of its currency, null where neither is told. */
  cost: z.object({ minor: z.number(), kind: z.enum(['actual', 'planned']) }).nullable(),
  /** The cost a head, half up; null without a cost, for none, and where the reader does not see every lead. */
  costPerLead: z.number().nullable(),
  costPerQualified: z.number().nullable(),
  costPerConversion: z.number().nullable(),
  drills: z.object({ leads: Drill, invalid: Drill, qualified: Drill, converted: Drill }),
});
export type CampaignFigures = z.infer<typeof CampaignFigures>;

/** A text that leads tell as their campaign, and no campaign is called so. */
export const UnknownCampaign = z.object({ text: z.string(), leads: z.int(), drill: Drill });
export type UnknownCampaign = z.infer<typeof UnknownCampaign>;

export const campaigns = operation({
  id: 'insights.campaigns',
  method: 'GET',
  path: '/insights/campaigns',
  query: z.strictObject({ id: Id.optional() }),
  result: z.object({
    /** The latest start first. */
    items: z.array(CampaignFigures),
    /** The most frequent first, at most 50; none where one campaign is asked for. */
    unknown: z.array(UnknownCampaign),
    /** False where the reader sees only some of the leads: costs a head would then be wrong, and are left out. */
    whole: z.boolean(),
  }),
  problems: [],
  permission: 'campaigns.read',
  offline: 'online',
  summary: 'Campaigns side by side: leads, qualified, converted, signed amounts, and what each of them cost.',
});

export const insightsProblems = { period_reversed: 422, period_too_long: 422 } as const;
