import { z } from 'zod';
import { FollowUp, newFollowUpShape } from '../activities/index.ts';
import {
  ById,
  Currency,
  Day,
  Id,
  ListQuery,
  MoneyMinor,
  operation,
  OptionalText,
  OutId,
  PageOf,
  Text,
  Version,
} from '../kernel/index.ts';
import { GatePreview, Opportunity, OpportunityRow, Process } from './opportunity.ts';
import { DealSums, SignedSums } from './sums.ts';

export * from './bulk.ts';
export * from './opportunity.ts';
export * from './sums.ts';

export const listOpportunities = operation({
  id: 'opportunities.list',
  method: 'GET',
  path: '/opportunities',
  query: ListQuery,
  result: PageOf(OpportunityRow),
  problems: [],
  permission: 'opportunities.read',
  offline: 'online',
  summary: 'Opportunities the member may see.',
});

export const board = operation({
  id: 'opportunities.board',
  method: 'GET',
  path: '/opportunities/board',
  query: z.strictObject({ filter: z.string().max(20_000).optional() }),
  result: z.object({
    process: Process,
    columns: z.array(
      z.object({
        stageKey: z.string(),
        count: z.number().int(),
        sums: DealSums,
        /** Opens the records of the column. */
        drill: z.string(),
        cards: z.array(OpportunityRow),
      }),
    ),
    /** What was won since the first of the month; `signed` sums the contracts, and those without one wait. */
    wonThisMonth: z.object({
      count: z.number().int(),
      signed: SignedSums,
      awaitingSigning: z.number().int(),
      /** Opens all that were won, and those that wait for their signing. */
      drill: z.string(),
      awaitingDrill: z.string(),
      cards: z.array(OpportunityRow),
    }),
  }),
  problems: [],
  permission: 'opportunities.read',
  offline: 'online',
  summary: 'Open opportunities by stage with counts and sums over all, and the first 100 cards of each column.',
});

export const getProcess = operation({
  id: 'opportunities.process',
  method: 'GET',
  path: '/opportunities/process',
  result: Process,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The sales process new opportunities run on.',
});

export const getOpportunity = operation({
  id: 'opportunities.get',
  method: 'GET',
  path: '/opportunities/:id',
  params: ById,
  result: Opportunity,
  problems: [],
  permission: 'opportunities.read',
  offline: 'online',
  summary: 'One opportunity with its stages, gate, tasks and clocks.',
});

export const createOpportunity = operation({
  id: 'opportunities.create',
  method: 'POST',
  path: '/opportunities',
  body: z.strictObject({
    id: Id.optional(),
    name: Text(200),
    customerId: Id,
    amountMinor: MoneyMinor.nullable().optional(),
    currency: Currency.optional(),
    expectedCloseOn: Day.nullable().optional(),
    needSummary: OptionalText(4_000),
  }),
  result: Opportunity,
  status: 201,
  problems: [],
  permission: 'opportunities.create',
  offline: 'online',
  summary: 'Opens an opportunity on a customer directly, without a lead (R33).',
});

export const updateOpportunity = operation({
  id: 'opportunities.update',
  method: 'PATCH',
  path: '/opportunities/:id',
  params: ById,
  body: z.strictObject({
    version: Version.optional(),
    name: Text(200).optional(),
    amountMinor: MoneyMinor.nullable().optional(),
    currency: Currency.optional(),
    expectedCloseOn: Day.nullable().optional(),
    probability: z.int().min(0).max(100).nullable().optional(),
    needSummary: OptionalText(4_000),
    competitor: OptionalText(120),
  }),
  result: Opportunity,
  problems: ['opportunity_closed'],
  permission: 'opportunities.update',
  offline: 'online',
  summary: 'Changes facts of an opportunity; probability null returns to the one of its stage.',
});

const Conversion = z.object({
  customer: z.object({ name: z.string(), existingId: OutId.nullable(), existingNumber: z.string().nullable() }),
  contact: z.object({ name: z.string(), existing: z.boolean() }).nullable(),
  opportunity: z.object({
    name: z.string(),
    amountMinor: z.number().nullable(),
    currency: z.string(),
    expectedCloseOn: z.string().nullable(),
  }),
  carried: z.object({
    followUps: z.number().int(),
    files: z.number().int(),
    openTasks: z.number().int(),
    clocks: z.number().int(),
  }),
});

export const previewFromLead = operation({
  id: 'opportunities.previewFromLead',
  method: 'GET',
  path: '/opportunities/from-lead/:leadId',
  params: z.strictObject({ leadId: Id }),
  result: Conversion,
  problems: ['lead_closed', 'lead_nameless'],
  permission: 'opportunities.create',
  offline: 'online',
  summary: 'Shows what a conversion would make and carry over; changes nothing.',
});

export const openFromLead = operation({
  id: 'opportunities.openFromLead',
  method: 'POST',
  path: '/opportunities/from-lead',
  body: z.strictObject({
    leadId: Id,
    opportunityName: OptionalText(200),
    amountMinor: MoneyMinor.nullable().optional(),
    currency: Currency.optional(),
    expectedCloseOn: Day.nullable().optional(),
    /** False: customer and contact only. */
    withOpportunity: z.boolean().optional(),
  }),
  result: z.object({ customerId: OutId, contactId: OutId.nullable(), opportunity: Opportunity.nullable() }),
  status: 201,
  problems: ['lead_closed', 'lead_nameless'],
  permission: 'opportunities.create',
  offline: 'online',
  summary:
    'Turns a lead into customer, contact and opportunity in one transaction; history and files stay with all of them.',
});

export const previewAdvance = operation({
  id: 'opportunities.previewAdvance',
  method: 'GET',
  path: '/opportunities/:id/gates/:to',
  params: z.strictObject({ id: Id, to: z.string().max(60) }),
  result: GatePreview,
  problems: ['stage_not_reachable'],
  permission: 'opportunities.read',
  offline: 'online',
  summary: 'Says what is missing before a stage may be entered.',
});

export const advanceStage = operation({
  id: 'opportunities.advanceStage',
  method: 'POST',
  path: '/opportunities/:id/advance',
  params: ById,
  body: z.strictObject({ version: Version.optional(), to: z.string().max(60).optional(), reason: OptionalText(500) }),
  result: Opportunity,
  problems: ['stage_gate_unmet', 'stage_not_reachable', 'opportunity_closed', 'reason_needed'],
  permission: 'opportunities.advance',
  offline: 'online',
  summary: 'Moves an opportunity to the next stage (or `to`) once every gate is met; backwards it asks for a reason.',
});

export const closeOpportunity = operation({
  id: 'opportunities.close',
  method: 'POST',
  path: '/opportunities/:id/close',
  params: ById,
  body: z.strictObject({
    version: Version.optional(),
    outcome: z.enum(['won', 'lost', 'invalid']),
    reason: OptionalText(500),
    competitor: OptionalText(120),
    signedOn: Day.optional(),
    contractNo: OptionalText(80),
    amountMinor: MoneyMinor.optional(),
    currency: Currency.optional(),
    note: OptionalText(1_000),
  }),
  result: Opportunity,
  problems: ['stage_gate_unmet', 'opportunity_closed', 'close_incomplete', 'confirmation_needed', 'signing_in_future'],
  permission: 'opportunities.close',
  offline: 'online',
  summary: 'Closes as won (with the signing, else 赢单（待签约)), lost (reason and competitor) or invalid.',
});

export const recordSigning = operation({
  id: 'opportunities.recordSigning',
  method: 'POST',
  path: '/opportunities/:id/signing',
  params: ById,
  body: z.strictObject({ signedOn: Day, contractNo: Text(80), amountMinor: MoneyMinor, currency: Currency.optional() }),
  result: Opportunity,
  problems: ['not_awaiting_signing', 'signing_in_future'],
  permission: 'opportunities.close',
  offline: 'online',
  summary: 'Gives a deal that was won by word its signing; from here it counts as converted.',
});

export const recordOpportunityFollowUp = operation({
  id: 'opportunities.recordFollowUp',
  method: 'POST',
  path: '/opportunities/:id/follow-ups',
  params: ById,
  body: z.strictObject(newFollowUpShape),
  result: z.object({ followUp: FollowUp, opportunity: Opportunity }),
  status: 201,
  problems: ['follow_up_vague', 'follow_up_in_future', 'late_reason_needed', 'clock_reason_unknown'],
  permission: 'opportunities.followUp',
  offline: 'queue',
  summary: 'Records a follow-up on an opportunity; an effective contact restarts its stagnation clock.',
});

export const opportunitiesProblems = {
  stage_gate_unmet: 422,
  stage_not_reachable: 422,
  seller_unavailable: 422,
  opportunity_closed: 409,
  reason_needed: 422,
  close_incomplete: 422,
  confirmation_needed: 403,
  signing_in_future: 422,
  not_awaiting_signing: 409,
} as const;
