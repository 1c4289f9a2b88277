import { z } from 'zod';
import { Day, operation, OutId, OutInstant, Why } from '../kernel/index.ts';
import { ClockView } from '../clocks/index.ts';

/** A filter as JSON text that opens exactly the records a number counts. */
const Drill = z.string();

export const WorkItem = z.object({
  /** Clock or task behind the line. */
  id: OutId,
  kind: z.enum(['clock', 'task']),
  policyKey: z.string().nullable(),
  section: z.enum(['overdue', 'today', 'next', 'paused']),
  dueAt: OutInstant.nullable(),
  recordId: OutId.nullable(),
  recordKind: z.string().nullable(),
  recordTitle: z.string().nullable(),
  contactName: z.string().nullable(),
  amountMinor: z.number().nullable(),
  currency: z.string().nullable(),
  /** Budget of a lead or amount of an opportunity. */
  amountKind: z.enum(['budget', 'amount']).nullable(),
  stateKey: z.string().nullable(),
  /** What to do, and which rule asks for it. */
  title: z.union([z.string(), Why]),
  why: Why.nullable(),
  clock: ClockView.nullable(),
  act: z.enum(['follow_up', 'complete_lead', 'assign', 'open', 'complete_task']),
});
export type WorkItem = z.infer<typeof WorkItem>;

const StageSum = z.object({ stageKey: z.string(), name: z.object({ zh: z.string(), en: z.string() }), count: z.number().int(), amountMinor: z.number(), weightedMinor: z.number(), drill: Drill });

export const today = operation({
  id: 'insights.today',
  method: 'GET',
  path: '/insights/today',
  result: z.object({
    items: z.array(WorkItem),
    counts: z.object({ overdue: z.number().int(), today: z.number().int(), next: z.number().int(), paused: z.number().int() }),
    funnel: z.array(StageSum),
    week: z.object({ reached: z.number().int(), attempts: z.number().int(), visits: z.number().int(), newLeads: z.number().int(), since: Day }),
    /** For supervisors: each person of the team with what they owe; null for others. */
    team: z
      .array(
        z.object({
          memberId: OutId,
          name: z.string(),
          overdue: z.number().int(),
          unexplained: z.number().int(),
          openLeads: z.number().int(),
          items: z.array(WorkItem),
          drill: Drill,
        }),
      )
      .nullable(),
    stalled: z.number().int(),
    unassigned: z.number().int(),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'What to do now, why and by when; for supervisors also who owes what.',
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
  signedMinor: z.number(),
  drill: Drill,
  drillConverted: Drill,
});
export type ConversionGroup = z.infer<typeof ConversionGroup>;

export const leadConversion = operation({
  id: 'insights.leadConversion',
  method: 'GET',
  path: '/insights/lead-conversion',
  query: z.strictObject({ by: z.enum(['source', 'owner', 'industry']), from: Day.optional(), to: Day.optional() }),
  result: z.object({ by: z.string(), from: z.string(), to: z.string(), groups: z.array(ConversionGroup), total: ConversionGroup }),
  problems: [],
  permission: 'insights.read',
  offline: 'online',
  summary: 'Conversion of the leads created in a period by source, representative or industry; default: the last 365 days.',
});

export const funnel = operation({
  id: 'insights.funnel',
  method: 'GET',
  path: '/insights/funnel',
  query: z.strictObject({ from: Day.optional(), to: Day.optional() }),
  result: z.object({
    from: z.string(),
    to: z.string(),
    steps: z.array(z.object({ key: z.string(), count: z.number().int(), shareOfFirst: z.number().nullable(), drill: Drill, list: z.enum(['leads', 'opportunities']) })),
    open: z.array(StageSum),
    closed: z.object({ won: z.number().int(), awaitingSigning: z.number().int(), lost: z.number().int(), invalid: z.number().int(), winRate: z.number().nullable() }),
    lostReasons: z.array(z.object({ reason: z.string(), count: z.number().int() })),
  }),
  problems: [],
  permission: 'insights.read',
  offline: 'online',
  summary: 'How the leads of a period moved: taken in, contacted, qualified, converted; and the open pipeline by stage.',
});
