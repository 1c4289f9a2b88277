import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Version, Why } from '../kernel/index.ts';
import { AutomationKind, AutomationRule, Unmet } from './rule.ts';

export {
  AutomationAction,
  AutomationKind,
  AutomationPerson,
  AutomationRule,
  AutomationTrigger,
  type Placeholder,
  PLACEHOLDERS,
  type TimeTrigger,
  type Unmet,
} from './rule.ts';

const manage = 'automation.manage';

/** What became of a record an automation looked at. */
export const RunOutcome = z.enum(['acted', 'refused', 'passed']);
export type RunOutcome = z.infer<typeof RunOutcome>;

export const Automation = z.object({
  id: OutId,
  ...AutomationRule.shape,
  active: z.boolean(),
  /** Why it stopped by itself; null where a person decides. */
  stoppedWhy: Why.nullable(),
  /** When a time sets it going next. */
  nextAt: OutInstant.nullable(),
  createdById: OutId,
  createdByName: z.string().nullable(),
  /** When it last acted. */
  lastAt: OutInstant.nullable(),
  /** Of the last 7 days: records it acted on, and those where an action was refused. */
  acted: z.int(),
  refused: z.int(),
  version: z.int(),
});
export type Automation = z.infer<typeof Automation>;

export const listAutomations = operation({
  id: 'automation.list',
  method: 'GET',
  path: '/automations',
  result: ItemsOf(Automation).extend({
    /** False while all of them are switched off together. */
    running: z.boolean(),
  }),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Automations with how often each acted within 7 days, and whether any runs at all.',
});

export const createAutomation = operation({
  id: 'automation.create',
  method: 'POST',
  path: '/automations',
  body: AutomationRule.extend({ id: Id.optional(), active: z.boolean() }),
  result: Automation,
  status: 201,
  problems: ['automation_unsound', 'automation_too_many'],
  permission: manage,
  offline: 'online',
  summary: 'Makes an automation; what it acts on begins now, nothing of the past.',
});

export const updateAutomation = operation({
  id: 'automation.update',
  method: 'PATCH',
  path: '/automations/:id',
  params: ById,
  body: AutomationRule.extend({ version: Version, active: z.boolean() }).partial().required({ version: true }),
  result: Automation,
  problems: ['automation_unsound', 'stale_version'],
  permission: manage,
  offline: 'online',
  summary: 'Changes an automation or switches it on or off; its log tells by which version each act was done.',
});

export const removeAutomation = operation({
  id: 'automation.remove',
  method: 'DELETE',
  path: '/automations/:id',
  params: ById,
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Removes an automation; its log stays until it is 90 days old.',
});

export const switchAutomations = operation({
  id: 'automation.switch',
  method: 'PUT',
  path: '/automations/running',
  body: z.strictObject({ running: z.boolean() }),
  result: z.object({ running: z.boolean() }),
  problems: [],
  permission: manage,
  offline: 'online',
  summary:
    'Switches all automations of the organisation off or on together; what happens meanwhile is not made up for.',
});

/** An automation as it was from a moment on, until it was changed again. */
export const AutomationVersion = z.object({
  version: z.int(),
  rule: AutomationRule,
  savedAt: OutInstant,
  savedByName: z.string().nullable(),
});
export type AutomationVersion = z.infer<typeof AutomationVersion>;

export const listVersions = operation({
  id: 'automation.listVersions',
  method: 'GET',
  path: '/automations/:id/versions',
  params: ById,
  result: ItemsOf(AutomationVersion),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'What an automation was and who changed it, the latest 50 versions, the newest first; the log names them.',
});

/** A value a trigger may be narrowed to, or a fact an action may set, with its words. */
const Offered = z.object({ value: z.string(), zh: z.string(), en: z.string() });

export const TriggerOffer = z.object({
  event: z.string(),
  kinds: z.array(AutomationKind),
  /** What it may be narrowed to; empty where there is nothing. */
  of: z.array(Offered),
});
export type TriggerOffer = z.infer<typeof TriggerOffer>;

export const automationVocabulary = operation({
  id: 'automation.vocabulary',
  method: 'GET',
  path: '/automations/vocabulary',
  result: z.object({ triggers: z.array(TriggerOffer) }),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'The events that may set an automation going, by kind of record.',
});

export const TrialHit = z.object({
  recordId: OutId,
  /** Null for a record the reader may not see. */
  number: z.string().nullable(),
  title: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** When it would have acted; null for a time trigger, which is tried on the records of now. */
  at: OutInstant.nullable(),
});
export type TrialHit = z.infer<typeof TrialHit>;

export const AutomationTrial = z.object({
  days: z.int(),
  /** Events of the days that were looked at, or records of now; not `exact` where there were more than it looks at. */
  considered: z.int(),
  exact: z.boolean(),
  hits: z.int(),
  /** The newest 50. */
  items: z.array(TrialHit),
  /** Conditions that kept records out, the most frequent first. */
  missed: z.array(z.object({ asked: Unmet.shape.asked, count: z.int() })),
});
export type AutomationTrial = z.infer<typeof AutomationTrial>;

export const tryAutomation = operation({
  id: 'automation.try',
  method: 'POST',
  path: '/automations/try',
  body: AutomationRule.omit({ name: true, perHour: true }),
  result: AutomationTrial,
  problems: ['automation_unsound'],
  permission: manage,
  offline: 'online',
  summary:
    'What an automation would have acted on: by the events of the last 30 days, or the records of now for a time. Conditions are asked of records as they are now; nothing is written.',
});

/** What became of one action. */
export const RunAct = z.object({
  do: z.enum(['assign', 'give_out', 'pool', 'set', 'task', 'notify']),
  outcome: z.enum(['done', 'unchanged', 'refused']),
  /** What was done, or why not. */
  why: Why.nullable(),
});
export type RunAct = z.infer<typeof RunAct>;

export const AutomationRun = z.object({
  id: OutId,
  at: OutInstant,
  automationId: OutId,
  automationName: z.string(),
  automationVersion: z.int(),
  recordId: OutId,
  recordKind: AutomationKind,
  /** Null for a record the reader may not see. */
  recordNumber: z.string().nullable(),
  recordTitle: z.string().nullable(),
  /** What set it going; null for a time. */
  event: z.string().nullable(),
  outcome: RunOutcome,
  /** Why nothing was done, beside conditions that were not met. */
  why: Why.nullable(),
  unmet: z.array(Unmet),
  did: z.array(RunAct),
});
export type AutomationRun = z.infer<typeof AutomationRun>;

const RunPage = z.object({ items: z.array(AutomationRun), nextCursor: OutId.nullable() });

export const listRuns = operation({
  id: 'automation.listRuns',
  method: 'GET',
  path: '/automation-runs',
  query: z.strictObject({
    automationId: Id.optional(),
    outcome: RunOutcome.optional(),
    cursor: Id.optional(),
  }),
  result: RunPage,
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'What automations did and did not do, and why, 50 at a time, the newest first; kept for 90 days.',
});

export const listRunsOfRecord = operation({
  id: 'automation.listRunsOfRecord',
  method: 'GET',
  path: '/records/:id/automation-runs',
  params: ById,
  query: z.strictObject({ cursor: Id.optional() }),
  result: RunPage,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'What automations did with a record one sees, and why they did not, the newest first.',
});

export const automationProblems = { automation_unsound: 422, automation_too_many: 422 } as const;
