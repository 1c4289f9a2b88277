import { z } from 'zod';
import { ById, Instant, operation, OutId, OutInstant, Text, Version } from '../kernel/index.ts';
import { EscalateTo, PolicyKey, PolicyTerms } from './policy.ts';
import { ReasonKey } from './reasons.ts';
import { ClockView } from './view.ts';

export {
  clockHeat,
  ClockLine,
  ClockStanding,
  countLateReasons,
  listClocks,
  pauseClock,
  resumeClock,
} from './board.ts';
export {
  ClockLimit,
  EscalatePlace,
  EscalateTo,
  Escalation,
  EscalationTerm,
  limitWord,
  LONGEST_PAUSE_DAYS,
  PolicyKey,
  PolicyTerms,
  PostponeTerms,
  TimeUnit,
} from './policy.ts';
export {
  ClockReason,
  ClockReasonList,
  listClockReasons,
  ReasonKey,
  ReasonKind,
  saveClockReasons,
  shippedReasons,
} from './reasons.ts';
export { decidePostponement, postponeClock } from './postponing.ts';
export { ClockAsk, ClockState, ClockView } from './view.ts';

export const giveLateReason = operation({
  id: 'clocks.giveLateReason',
  method: 'POST',
  path: '/clocks/:id/reason',
  params: ById,
  body: z.strictObject({ reason: ReasonKey, note: Text(500).optional() }),
  result: ClockView,
  problems: ['clock_not_late', 'clock_reason_unknown'],
  permission: 'member',
  offline: 'queue',
  summary: 'Records why a time limit was missed; the breach stays.',
});

/**
 * A time limit as it holds in this organisation, beside the one that ships. Its words are `clocks.<key>.name`, `.title`
 * and `.why`. `version` 0 means nothing was changed.
 */
export const ClockPolicyView = z.object({
  key: z.string(),
  terms: PolicyTerms,
  shipped: PolicyTerms,
  mayPause: z.boolean(),
  version: z.int(),
  /** Clocks of this policy that run or are paused now. */
  open: z.int(),
  /** Those of them past their due moment. */
  overdue: z.int(),
  /** True while open clocks are still being given their new due moments. */
  replanning: z.boolean(),
});
export type ClockPolicyView = z.infer<typeof ClockPolicyView>;

/** What new terms would do to the clocks that run now; breaches stay, clocks that were paused keep their due moment. */
export const PolicyPreview = z.object({
  open: z.int(),
  /** Those of them past their due moment now; `overdueAtOnce` would come to them. */
  overdue: z.int(),
  /** What would start at the moment asked for, by variant; none for a promised date. */
  samples: z.array(
    z.object({
      variant: z.string().nullable(),
      startedAt: OutInstant,
      warnAt: OutInstant,
      dueAt: OutInstant,
      restDays: z.int(),
      escalations: z.array(z.object({ key: z.string(), to: EscalateTo, at: OutInstant })),
    }),
  ),
  changed: z.int(),
  overdueAtOnce: z.int(),
  kept: z.int(),
  examples: z.array(
    z.object({
      recordId: OutId,
      recordKind: z.string(),
      title: z.string(),
      number: z.string(),
      dueAt: OutInstant,
      newDueAt: OutInstant,
    }),
  ),
});

const manage = 'organization.manage';

export const listClockPolicies = operation({
  id: 'clocks.listPolicies',
  method: 'GET',
  path: '/clock-policies',
  result: z.object({ items: z.array(ClockPolicyView) }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Every time limit with the terms that hold here and those that ship.',
});

export const saveClockPolicy = operation({
  id: 'clocks.savePolicy',
  method: 'PUT',
  path: '/clock-policies',
  body: z.strictObject({
    key: PolicyKey,
    version: z.union([Version, z.literal(0)]),
    terms: PolicyTerms,
    applyToOpen: z.boolean(),
  }),
  result: ClockPolicyView,
  problems: ['not_found', 'stale_version', 'policy_terms_invalid'],
  permission: manage,
  offline: 'online',
  summary: 'Sets the terms of a time limit; clocks that run keep theirs unless the change is to reach them.',
});

export const previewClockPolicy = operation({
  id: 'clocks.previewPolicy',
  method: 'POST',
  path: '/clock-policies/preview',
  body: z.strictObject({
    key: PolicyKey,
    terms: PolicyTerms,
    /** The start of the example; now when left out. */
    at: Instant.optional(),
  }),
  result: PolicyPreview,
  problems: ['not_found', 'policy_terms_invalid'],
  permission: manage,
  offline: 'online',
  summary: 'Counts what new terms would do to the clocks that run now, and to one that starts; changes nothing.',
});

export const listClockPolicyVersions = operation({
  id: 'clocks.listPolicyVersions',
  method: 'GET',
  path: '/clock-policies/versions',
  query: z.strictObject({ key: PolicyKey }),
  result: z.object({
    /** The newest first, at most 100. */
    items: z.array(
      z.object({
        id: OutId,
        at: OutInstant,
        by: z.string().nullable(),
        /** Null: those that ship came back. */
        terms: PolicyTerms.nullable(),
        /** Whether open clocks were to follow. */
        reachedOpen: z.boolean(),
      }),
    ),
  }),
  problems: ['not_found'],
  permission: manage,
  offline: 'online',
  summary: 'The terms of a time limit as they were changed, by whom and when.',
});

export const resetClockPolicy = operation({
  id: 'clocks.resetPolicy',
  method: 'POST',
  path: '/clock-policies/reset',
  body: z.strictObject({ key: PolicyKey, version: Version, applyToOpen: z.boolean() }),
  result: ClockPolicyView,
  problems: ['not_found', 'stale_version'],
  permission: manage,
  offline: 'online',
  summary: 'Goes back to the terms that ship.',
});

export const clocksProblems = {
  clock_not_late: 422,
  policy_terms_invalid: 422,
  clock_reason_unknown: 422,
  clock_reasons_invalid: 422,
  clock_pause_refused: 422,
  clock_not_paused: 422,
  clock_postpone_refused: 422,
  clock_asked_already: 409,
  clock_not_asked: 409,
} as const;
