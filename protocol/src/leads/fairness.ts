import { z } from 'zod';
import { Day, Id, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';

const period = { from: Day, to: Day } as const;

/** What a person got of a rule beside what was fairly theirs, in leads. */
export const FairnessShare = z.object({
  memberId: OutId,
  name: z.string(),
  /** Their share of the leads the rule gave, were everybody there with room. */
  expected: z.number(),
  /** What of it passed them by while they were away, on so many days, and while they were full. */
  missedAbsent: z.number(),
  absentDays: z.number().int(),
  missedFull: z.number(),
  received: z.number().int(),
  /** Of those received, the ones they refused. */
  refused: z.number().int(),
});
export type FairnessShare = z.infer<typeof FairnessShare>;

/** One rule: what it gave, and to whom. */
export const RuleFairness = z.object({
  ruleId: OutId,
  /** Null where the rule is gone. */
  name: z.string().nullable(),
  given: z.number().int(),
  people: z.array(FairnessShare),
});
export type RuleFairness = z.infer<typeof RuleFairness>;

export const assignmentFairness = operation({
  id: 'leads.assignmentFairness',
  method: 'GET',
  path: '/lead-fairness',
  query: z.strictObject(period),
  result: ItemsOf(RuleFairness),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'What each person got by each rule in a period beside what was fairly theirs, and why less came.',
});

/** A lead behind a number of the report. */
export const Gift = z.object({
  leadId: OutId,
  /** Null where the lead is out of sight. */
  leadName: z.string().nullable(),
  number: z.string(),
  givenAt: OutInstant,
  refused: z.boolean(),
  /** Who has it now. */
  ownerName: z.string().nullable(),
});
export type Gift = z.infer<typeof Gift>;

export const listGifts = operation({
  id: 'leads.listGifts',
  method: 'GET',
  path: '/lead-fairness/leads',
  query: z.strictObject({ ...period, ruleId: Id, memberId: Id }),
  result: ItemsOf(Gift),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'The leads a person got by a rule in a period, the newest first; at most 500.',
});
