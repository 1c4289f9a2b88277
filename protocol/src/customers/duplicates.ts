import { z } from 'zod';
import { ById, ItemsOf, operation, OptionalText, OutId, OutInstant, Text, Why } from '../kernel/index.ts';

/**
 * How sure it is that two records are one: the same name or registration; likely or possible by weaker signs; related
 * where one is a branch or belongs to the group of the other.
 */
export const MatchGrade = z.enum(['same', 'likely', 'possible', 'related']);
export type MatchGrade = z.infer<typeof MatchGrade>;

/** A record that may be the same, and why. One that is out of sight tells at most whose it is. */
export const DuplicateHit = z.object({
  recordKind: z.enum(['lead', 'customer']),
  grade: MatchGrade,
  reasons: z.array(Why),
  visible: z.boolean(),
  id: OutId.nullable(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  ownerName: z.string().nullable(),
  departmentName: z.string().nullable(),
  /** Of a record out of sight whose owner may be told: what `joinRecord` takes. */
  hitId: OutId.nullable(),
  /** True while one's own request to work on it waits for an answer. */
  asked: z.boolean(),
});
export type DuplicateHit = z.infer<typeof DuplicateHit>;

/** What `duplicate_blocked` carries as `current`: the matches, and whether the member may decide otherwise. */
export interface BlockedBy {
  readonly duplicates: readonly DuplicateHit[];
  readonly mayOverride: boolean;
}

/**
 * What happens when a record is entered that may exist: nothing is said, it is told, or it is refused. A lead may also join
 * the open one there is, or go to whoever has the other.
 */
export const DuplicateAction = z.enum(['off', 'warn', 'block', 'attach', 'send']);
export type DuplicateAction = z.infer<typeof DuplicateAction>;

const byGrade = <Action extends z.ZodType>(action: Action) =>
  z.strictObject({ same: action, likely: action, possible: action, related: action });

/** The organisation's rule for duplicates, by what is entered and how sure the match is. */
export const DuplicateRules = z.strictObject({
  lead: byGrade(DuplicateAction),
  customer: byGrade(DuplicateAction.extract(['off', 'warn', 'block'])),
});
export type DuplicateRules = z.infer<typeof DuplicateRules>;

export const getDuplicateRules = operation({
  id: 'customers.getDuplicateRules',
  method: 'GET',
  path: '/duplicate-rules',
  result: DuplicateRules,
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'What happens when a lead or customer is entered that may exist already.',
});

export const saveDuplicateRules = operation({
  id: 'customers.saveDuplicateRules',
  method: 'PUT',
  path: '/duplicate-rules',
  body: DuplicateRules,
  result: DuplicateRules,
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary:
    'Says what happens when a lead or customer is entered that may exist already: off, warn, block; a lead may also join the other or go to its owner.',
});

export const JoinState = z.enum(['open', 'granted', 'declined', 'withdrawn']);
export type JoinState = z.infer<typeof JoinState>;

/** 申请协作: somebody asks to work on a record they may not see. */
export const JoinRequest = z.object({
  id: OutId,
  state: JoinState,
  memberId: OutId,
  memberName: z.string().nullable(),
  departmentName: z.string().nullable(),
  reason: z.string(),
  level: z.enum(['read', 'write']).nullable(),
  answer: z.string().nullable(),
  answeredByName: z.string().nullable(),
  askedAt: OutInstant,
  answeredAt: OutInstant.nullable(),
  abilities: z.object({ answer: z.boolean(), withdraw: z.boolean() }),
});
export type JoinRequest = z.infer<typeof JoinRequest>;

export const joinRecord = operation({
  id: 'customers.joinRecord',
  method: 'POST',
  path: '/duplicate-hits/:id/join',
  params: ById,
  body: z.strictObject({ reason: Text(300) }),
  result: JoinRequest,
  status: 201,
  problems: ['join_asked_already', 'join_limit_reached', 'join_without_owner'],
  permission: 'member',
  offline: 'online',
  summary: '申请协作: asks owner and supervisor of a record one was told of, and may not see, to work on it together.',
});

export const listJoinRequests = operation({
  id: 'customers.listJoinRequests',
  method: 'GET',
  path: '/records/:id/join-requests',
  params: ById,
  result: ItemsOf(JoinRequest),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Who asked to work on a record, the newest first; for those who see it.',
});

export const ownJoinRequests = operation({
  id: 'customers.ownJoinRequests',
  method: 'GET',
  path: '/join-requests',
  result: ItemsOf(JoinRequest.extend({ ownerName: z.string().nullable() })),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The own newest 50 requests to work on records, with their answers.',
});

export const answerJoin = operation({
  id: 'customers.answerJoin',
  method: 'POST',
  path: '/join-requests/:id/answer',
  params: ById,
  body: z.discriminatedUnion('grant', [
    z.strictObject({ grant: z.literal(true), level: z.enum(['read', 'write']), answer: OptionalText(300) }),
    z.strictObject({ grant: z.literal(false), answer: Text(300) }),
  ]),
  result: JoinRequest,
  problems: ['join_answered', 'share_limit_reached'],
  permission: 'member',
  offline: 'online',
  summary: 'Shares the record with who asked, or declines with a reason; for those who may share it.',
});

export const withdrawJoin = operation({
  id: 'customers.withdrawJoin',
  method: 'POST',
  path: '/join-requests/:id/withdraw',
  params: ById,
  body: z.strictObject({}),
  result: JoinRequest,
  problems: ['join_answered'],
  permission: 'member',
  offline: 'online',
  summary: 'Takes back an own request to work on a record.',
});
