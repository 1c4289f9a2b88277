import { z } from 'zod';
import { FollowUp, newFollowUpShape } from '../activities/index.ts';
import { ReasonKey } from '../clocks/index.ts';
import { ById, Day, Id, ItemsOf, ListQuery, operation, OptionalText, PageOf, Text, Version } from '../kernel/index.ts';
import { DuplicateHit } from '../customers/index.ts';
import { CustomerType, InvalidReason, Lead, LeadRow, LeadState, LeadTouch, Level, leadFacts, NewLead } from './lead.ts';
import { poolProblems } from './pools.ts';
import { screeningProblems } from './screening.ts';

export * from './assignment.ts';
export * from './bulk.ts';
export * from './demands.ts';
export * from './fairness.ts';
export * from './intake.ts';
export * from './lead.ts';
export * from './pool-settings.ts';
export * from './pools.ts';
export * from './stand.ts';
export * from './screening.ts';

export const listLeads = operation({
  id: 'leads.list',
  method: 'GET',
  path: '/leads',
  query: ListQuery,
  result: PageOf(LeadRow),
  problems: [],
  permission: 'leads.read',
  offline: 'online',
  summary: 'Leads the member may see; contact data masked.',
});

export const getLead = operation({
  id: 'leads.get',
  method: 'GET',
  path: '/leads/:id',
  params: ById,
  result: Lead,
  problems: [],
  permission: 'leads.read',
  offline: 'online',
  summary: 'One lead with its clocks, reasons, duplicates and what may be done with it.',
});

export const createLead = operation({
  id: 'leads.create',
  method: 'POST',
  path: '/leads',
  body: NewLead,
  result: Lead,
  status: 201,
  problems: ['phone_invalid', 'email_invalid', 'lead_nameless', 'duplicate_blocked', 'override_not_allowed'],
  permission: 'leads.create',
  offline: 'queue',
  summary:
    'Takes in a lead: finds duplicates, judges intent, priority and completeness, assigns it and starts its clocks. A lead that may exist is told in `duplicates`, joined, or refused by the rule for duplicates.',
});

export const updateLead = operation({
  id: 'leads.update',
  method: 'PATCH',
  path: '/leads/:id',
  params: ById,
  body: z.strictObject({
    version: Version.optional(),
    ...leadFacts,
    intent: Level.optional(),
    priority: Level.optional(),
    incomplete: z.boolean().optional(),
  }),
  result: Lead,
  problems: ['phone_invalid', 'email_invalid', 'lead_nameless', 'lead_closed'],
  permission: 'leads.update',
  offline: 'online',
  summary:
    'Changes facts of a lead; an intent or priority set here overrides the rules and is kept. The source never changes.',
});

export const recordFollowUp = operation({
  id: 'leads.recordFollowUp',
  method: 'POST',
  path: '/leads/:id/follow-ups',
  params: ById,
  body: z.strictObject({ ...newFollowUpShape, toState: LeadState.optional(), stateReason: OptionalText(500) }),
  result: z.object({ followUp: FollowUp, lead: Lead }),
  status: 201,
  problems: [
    'follow_up_vague',
    'follow_up_in_future',
    'late_reason_needed',
    'clock_reason_unknown',
    'lead_move_refused',
    'lead_closed',
  ],
  permission: 'leads.followUp',
  offline: 'queue',
  summary: 'Records a follow-up, moves the state when asked, stops the clocks it satisfies and makes the next task.',
});

export const assignLead = operation({
  id: 'leads.assign',
  method: 'POST',
  path: '/leads/:id/assign',
  params: ById,
  body: z.strictObject({ version: Version.optional(), ownerId: Id, reason: Text(200) }),
  result: Lead,
  problems: ['member_unavailable', 'lead_closed'],
  permission: 'leads.assign',
  offline: 'online',
  summary: 'Hands a lead to a member by hand, with a reason; the first-touch clock starts for them.',
});

export const pauseLead = operation({
  id: 'leads.pause',
  method: 'POST',
  path: '/leads/:id/pause',
  params: ById,
  body: z.strictObject({ reason: ReasonKey, note: Text(200).optional(), until: Day }),
  result: Lead,
  problems: ['pause_too_long', 'pause_needs_supervisor', 'lead_closed', 'lead_paused_already', 'clock_reason_unknown'],
  permission: 'leads.followUp',
  offline: 'online',
  summary: '暂缓: holds every reminder of a lead until a day, at most 30 days; the second time needs the supervisor.',
});

export const resumeLead = operation({
  id: 'leads.resume',
  method: 'POST',
  path: '/leads/:id/resume',
  params: ById,
  body: z.strictObject({}),
  result: Lead,
  problems: ['lead_not_paused'],
  permission: 'leads.followUp',
  offline: 'online',
  summary: 'Takes up a paused lead before its day.',
});

export const invalidateLead = operation({
  id: 'leads.invalidate',
  method: 'POST',
  path: '/leads/:id/invalidate',
  params: ById,
  body: z.strictObject({
    reason: InvalidReason,
    note: OptionalText(500),
  }),
  result: Lead,
  problems: ['lead_move_refused', 'lead_closed'],
  permission: 'leads.followUp',
  offline: 'online',
  summary: 'Marks a lead as not a real opportunity; 联系不上 needs three attempts on two days.',
});

export const revealLead = operation({
  id: 'leads.reveal',
  method: 'POST',
  path: '/leads/:id/reveal',
  params: ById,
  body: z.strictObject({ purpose: z.enum(['call', 'copy']), reason: OptionalText(200) }),
  result: z.object({
    phone: z.string().nullable(),
    landline: z.string().nullable(),
    email: z.string().nullable(),
    wechat: z.string().nullable(),
    usedToday: z.number().int(),
    dailyLimit: z.number().int(),
  }),
  problems: ['reveal_reason_needed', 'reveal_limit_reached', 'lead_in_pool'],
  permission: 'leads.reveal',
  offline: 'online',
  secret: true,
  summary: 'Shows the contact data of a lead in full for a call or a copy, and logs it (R41).',
});

export const findDuplicates = operation({
  id: 'leads.findDuplicates',
  method: 'POST',
  path: '/leads/duplicates',
  body: z.strictObject({
    companyName: OptionalText(200),
    contactName: OptionalText(80),
    phone: OptionalText(60),
    landline: OptionalText(60),
    email: OptionalText(254),
    wechat: OptionalText(64),
    creditCode: OptionalText(40),
    website: OptionalText(200),
  }),
  result: z.object({ duplicates: z.array(DuplicateHit) }),
  problems: [],
  permission: 'leads.create',
  offline: 'online',
  summary: 'Looks for the same company or person among leads and customers before a lead is saved.',
});

export const listTouches = operation({
  id: 'leads.listTouches',
  method: 'GET',
  path: '/leads/:id/touches',
  params: ById,
  result: ItemsOf(LeadTouch),
  problems: [],
  permission: 'leads.read',
  offline: 'online',
  summary: 'Through which sources a lead came again after its first, the newest first.',
});

export const addTouch = operation({
  id: 'leads.addTouch',
  method: 'POST',
  path: '/leads/:id/touches',
  params: ById,
  body: z.strictObject({ source: Text(120), campaign: OptionalText(120), note: OptionalText(1_000) }),
  result: LeadTouch,
  status: 201,
  problems: [],
  permission: 'leads.update',
  offline: 'queue',
  summary: 'Notes that a lead came again through a source; the first source never changes.',
});

export { CustomerType };

export const leadsProblems = {
  lead_nameless: 422,
  lead_closed: 409,
  lead_move_refused: 422,
  member_unavailable: 422,
  pause_too_long: 422,
  pause_needs_supervisor: 403,
  lead_paused_already: 409,
  lead_not_paused: 409,
  sheet_refused: 422,
  mapping_invalid: 422,
  source_unknown: 422,
  ...poolProblems,
  ...screeningProblems,
} as const;
