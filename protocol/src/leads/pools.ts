import { z } from 'zod';
import {
  ById,
  Day,
  ItemsOf,
  ListQuery,
  operation,
  OptionalText,
  OutId,
  OutInstant,
  PageOf,
  Why,
} from '../kernel/index.ts';
import { Lead, Level } from './lead.ts';

/** A pool as a member sees it: what lies there and how much of it they may still take. */
export const LeadPool = z.object({
  id: OutId,
  name: z.string(),
  isDefault: z.boolean(),
  /** Leads lying there now. */
  leads: z.number().int(),
  /** False for who only looks after it. */
  mayClaim: z.boolean(),
  /** Most leads one member claims a day, and how many this one has; null: no limit. */
  dailyLimit: z.number().int().nullable(),
  claimedToday: z.number().int(),
  /** Most open leads from this pool one member holds, and how many this one has; null: no limit. */
  holdLimit: z.number().int().nullable(),
  holding: z.number().int(),
  /** Days in which no rule takes a claimed lead back. */
  protectionDays: z.number().int(),
  /** Days in which a former owner cannot claim a lead. */
  formerOwnerDays: z.number().int(),
});
export type LeadPool = z.infer<typeof LeadPool>;

export const listPools = operation({
  id: 'leads.listPools',
  method: 'GET',
  path: '/lead-pools',
  result: ItemsOf(LeadPool),
  problems: [],
  permission: 'leads.claim',
  offline: 'online',
  summary: 'The pools a member takes leads from or looks after, with what lies there and what they may still claim.',
});

/** A lead nobody owns: what it is about, never whom to call. */
export const PoolLead = z.object({
  id: OutId,
  number: z.string(),
  /** Its company; null where only a person is known. */
  companyName: z.string().nullable(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  /** Without numbers and addresses that were written into it. */
  need: z.string().nullable(),
  source: z.string().nullable(),
  customerType: z.string().nullable(),
  intent: Level,
  priority: Level,
  budgetMinor: z.number().nullable(),
  currency: z.string(),
  expectedPurchaseOn: z.string().nullable(),
  pooledAt: OutInstant,
  createdAt: OutInstant,
  /** Why it lies there. */
  why: z.array(Why),
  /** The owners it had before the pool, whoever they were. */
  formerOwners: z.number().int(),
  abilities: z.object({ claim: z.boolean(), assign: z.boolean() }),
});
export type PoolLead = z.infer<typeof PoolLead>;

export const listPoolLeads = operation({
  id: 'leads.listPoolLeads',
  method: 'GET',
  path: '/lead-pools/:id/leads',
  params: ById,
  query: ListQuery,
  result: PageOf(PoolLead),
  problems: [],
  permission: 'leads.claim',
  offline: 'online',
  summary: 'Leads of one pool for its members: company, place, industry and need; no contact data.',
});

export const claimLead = operation({
  id: 'leads.claim',
  method: 'POST',
  path: '/leads/:id/claim',
  params: ById,
  body: z.strictObject({}),
  result: Lead,
  problems: [
    'pool_lead_taken',
    'pool_lead_gone',
    'pool_daily_limit',
    'pool_hold_limit',
    'pool_former_owner',
    'pool_released_today',
    'member_unavailable',
  ],
  permission: 'leads.claim',
  offline: 'online',
  summary: 'Takes a lead out of its pool; the first touch begins for the one who claims. Of two at once one wins.',
});

/** Why somebody gives a lead back. */
export const ReturnReason = z.enum(['not_my_field', 'no_capacity', 'unreachable', 'no_need_now', 'other']);
export type ReturnReason = z.infer<typeof ReturnReason>;

const returning = { reason: ReturnReason, note: OptionalText(300) } as const;

export const returnLead = operation({
  id: 'leads.return',
  method: 'POST',
  path: '/leads/:id/return',
  params: ById,
  body: z.strictObject(returning),
  result: Lead,
  problems: ['lead_closed', 'lead_in_pool'],
  permission: 'leads.release',
  offline: 'online',
  summary:
    'Gives a lead back into the pool it belongs to, with the reason; its clocks end, what ran over stays a breach.',
});

/** What of a pool's traffic is counted. */
export const PoolTraffic = z.enum(['in', 'out', 'claimed', 'converted', 'returned', 'recycled']);
export type PoolTraffic = z.infer<typeof PoolTraffic>;

const period = { from: Day, to: Day } as const;

/** The traffic of one pool in a period; each number has its list in `leads.listPoolMoves`. */
export const PoolStatistics = z.object({
  poolId: OutId,
  name: z.string(),
  leads: z.number().int(),
  in: z.number().int(),
  out: z.number().int(),
  claimed: z.number().int(),
  /** Claims of the period whose lead became an opportunity or was won since. */
  converted: z.number().int(),
  returned: z.number().int(),
  recycled: z.number().int(),
});
export type PoolStatistics = z.infer<typeof PoolStatistics>;

export const poolStatistics = operation({
  id: 'leads.poolStatistics',
  method: 'GET',
  path: '/lead-pool-statistics',
  query: z.strictObject(period),
  result: ItemsOf(PoolStatistics),
  problems: [],
  permission: 'leads.claim',
  offline: 'online',
  summary: 'What came into each pool, what left it, what was claimed and what of that was converted.',
});

export const PoolMove = z.object({
  id: OutId,
  leadId: OutId,
  /** Null where the lead is out of sight. */
  leadName: z.string().nullable(),
  number: z.string(),
  how: z.string(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  reason: z.string().nullable(),
  movedAt: OutInstant,
});
export type PoolMove = z.infer<typeof PoolMove>;

export const listPoolMoves = operation({
  id: 'leads.listPoolMoves',
  method: 'GET',
  path: '/lead-pools/:id/moves',
  params: ById,
  query: z.strictObject({ ...period, what: PoolTraffic }),
  result: ItemsOf(PoolMove),
  problems: [],
  permission: 'leads.claim',
  offline: 'online',
  summary: 'The moves behind a number of the statistics, the newest first; at most 500.',
});

/** What many leads in or out of pools may be asked to do. */
export const poolBulkActions = [
  z.strictObject({ do: z.literal('claim') }),
  z.strictObject({ do: z.literal('return'), ...returning }),
] as const;

export const poolProblems = {
  pool_lead_taken: 409,
  pool_lead_gone: 409,
  pool_daily_limit: 422,
  pool_hold_limit: 422,
  pool_former_owner: 422,
  pool_released_today: 422,
  lead_in_pool: 409,
  pool_not_empty: 409,
  pool_default_needed: 422,
  pool_unknown: 422,
} as const;
