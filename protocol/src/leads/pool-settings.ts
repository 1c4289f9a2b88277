import { z } from 'zod';
import { ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';
import { LeadConditions } from './conditions.ts';
import { LeadState, Level } from './lead.ts';

const poolFacts = {
  name: Text(40),
  active: z.boolean(),
  /** What a lead must be like to lie here; the default pool takes the rest. */
  conditions: LeadConditions,
  /** Who may claim: these departments with what is below, members and roles; all three empty: everybody who takes leads. */
  departmentIds: z.array(z.uuid()).max(200),
  memberIds: z.array(z.uuid()).max(500),
  roleKeys: z.array(Text(60)).max(50),
  dailyLimit: z.int().min(1).max(1_000).nullable(),
  holdLimit: z.int().min(1).max(10_000).nullable(),
  protectionDays: z.int().min(0).max(365),
  formerOwnerDays: z.int().min(0).max(365),
} as const;

export const PoolSetting = z.object({
  ...poolFacts,
  id: OutId,
  isDefault: z.boolean(),
  version: z.number().int(),
  /** Leads lying there: a pool with some cannot be removed. */
  leads: z.number().int(),
});
export type PoolSetting = z.infer<typeof PoolSetting>;

export const listPoolSettings = operation({
  id: 'leads.listPoolSettings',
  method: 'GET',
  path: '/lead-pool-settings',
  result: ItemsOf(PoolSetting),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'The pools in the order they are tried, the default pool last.',
});

export const savePoolSettings = operation({
  id: 'leads.savePoolSettings',
  method: 'PUT',
  path: '/lead-pool-settings',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ id: z.uuid().optional(), ...poolFacts }))
      .min(1)
      .max(30),
  }),
  result: ItemsOf(PoolSetting),
  problems: ['pool_not_empty', 'pool_default_needed'],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Replaces the pools; the first whose conditions fit takes a lead, the default pool the rest.',
});

/** What a rule measures: days since the last effective contact, the last follow-up, or the first touch was due. */
export const RecycleMeasure = z.enum(['no_contact', 'no_follow_up', 'no_first_touch']);
export type RecycleMeasure = z.infer<typeof RecycleMeasure>;

const recycleFacts = {
  name: Text(60),
  active: z.boolean(),
  intents: z.array(Level).max(3),
  priorities: z.array(Level).max(3),
  states: z.array(LeadState.extract(['assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating'])),
  measure: RecycleMeasure,
  days: z.int().min(1).max(365),
  /** Where the leads go; null: to the pool whose conditions fit. */
  poolId: z.uuid().nullable(),
} as const;

export const RecycleRule = z.object({
  ...recycleFacts,
  id: OutId,
  version: z.number().int(),
  /** From when it holds; the first leads are taken three days later. Null while it is off. */
  holdsFrom: OutInstant.nullable(),
});
export type RecycleRule = z.infer<typeof RecycleRule>;

export const listRecycleRules = operation({
  id: 'leads.listRecycleRules',
  method: 'GET',
  path: '/lead-recycle-rules',
  result: ItemsOf(RecycleRule),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Rules by which leads are taken back into a pool.',
});

export const saveRecycleRules = operation({
  id: 'leads.saveRecycleRules',
  method: 'PUT',
  path: '/lead-recycle-rules',
  body: z.strictObject({ items: z.array(z.strictObject({ id: z.uuid().optional(), ...recycleFacts })).max(30) }),
  result: ItemsOf(RecycleRule),
  problems: ['pool_unknown'],
  permission: 'leads.manageRules',
  offline: 'online',
  summary:
    'Replaces the rules by which leads are taken back; a rule that is new or changed takes nothing for three days.',
});

export const tryRecycleRule = operation({
  id: 'leads.tryRecycleRule',
  method: 'POST',
  path: '/lead-recycle-rules/try',
  body: z.strictObject({ ...recycleFacts, name: Text(60).optional() }),
  result: z.object({
    /** Leads it would take back now, and within the next seven days. */
    now: z.number().int(),
    soon: z.number().int(),
    /** Owners who would lose most. */
    owners: z.array(z.object({ id: OutId, name: z.string(), leads: z.number().int() })),
    samples: z.array(z.object({ id: OutId, title: z.string(), ownerName: z.string(), takesAt: OutInstant })),
  }),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Says which leads a rule would take back, before it holds; saves nothing.',
});
