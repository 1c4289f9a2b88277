import { z } from 'zod';
import { operation, Text, Version } from '../kernel/index.ts';

/** What a reason explains: that a time limit was missed, or that it is put off. */
export const ReasonKind = z.enum(['late', 'pause']);
export type ReasonKind = z.infer<typeof ReasonKind>;

/** Reasons an organisation starts with; their words are `lateReason.<key>` and `pauseReason.<key>`. */
export const shippedReasons = {
  late: ['no_answer', 'travelling', 'wrong_number', 'customer_asked_later', 'overloaded', 'on_leave', 'other'],
  pause: [
    'customer_asked_later',
    'customer_away',
    'budget_pending',
    'project_postponed',
    'deciding_internally',
    'on_leave',
    'other',
  ],
} as const satisfies Record<ReasonKind, readonly string[]>;

/** Key of a reason of the organisation's list. */
export const ReasonKey = z.string().regex(/^[a-z][a-z0-9_]{0,59}$/);

/** One reason as it is offered here. `name` is the organisation's own word; null for a shipped one under its own. */
export const ClockReason = z.object({
  key: z.string(),
  name: z.string().nullable(),
  /** Offered to people; one switched off keeps its name where it was given. */
  active: z.boolean(),
  shipped: z.boolean(),
  /** Given by attempts themselves, so that it cannot be switched off. */
  needed: z.boolean(),
});
export type ClockReason = z.infer<typeof ClockReason>;

/** The reasons of one kind in their order. `version` 0 means nothing was changed. */
export const ClockReasonList = z.object({ kind: ReasonKind, version: z.int(), reasons: z.array(ClockReason) });
export type ClockReasonList = z.infer<typeof ClockReasonList>;

export const listClockReasons = operation({
  id: 'clocks.listReasons',
  method: 'GET',
  path: '/clock-reasons',
  result: z.object({ items: z.array(ClockReasonList) }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The reasons for lateness and for pauses as this organisation offers them.',
});

export const saveClockReasons = operation({
  id: 'clocks.saveReasons',
  method: 'PUT',
  path: '/clock-reasons',
  body: z.strictObject({
    kind: ReasonKind,
    version: z.union([Version, z.literal(0)]),
    /** All of them in their new order; one without a key is new. */
    reasons: z
      .array(z.strictObject({ key: ReasonKey.optional(), name: Text(40).nullable(), active: z.boolean() }))
      .min(1)
      .max(40),
  }),
  result: ClockReasonList,
  problems: ['stale_version', 'clock_reasons_invalid'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Sets the reasons of a kind: order, names, which are offered; a reason that was there stays, switched off.',
});
