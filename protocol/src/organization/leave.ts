import { z } from 'zod';
import { ById, Day, Id, operation, OutDay, OutId, Version } from '../kernel/index.ts';

/** When somebody is away and who does their work meanwhile; empty days: they are not. */
export const Leave = z.object({
  memberId: OutId,
  name: z.string(),
  departmentName: z.string().nullable(),
  from: OutDay.nullable(),
  until: OutDay.nullable(),
  deputyId: OutId.nullable(),
  deputyName: z.string().nullable(),
  /** Away today. */
  away: z.boolean(),
  version: z.int(),
});
export type Leave = z.infer<typeof Leave>;

export const listLeaves = operation({
  id: 'organization.listLeaves',
  method: 'GET',
  path: '/leaves',
  result: z.object({
    mine: Leave,
    /** The people of the departments one answers for, who is away first; at most 500. */
    team: z.array(Leave),
    /** Those whose work falls to oneself, now or soon. */
    standsFor: z.array(Leave),
  }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'When one is away and who does the work meanwhile; for supervisors also that of their people.',
});

export const setLeave = operation({
  id: 'organization.setLeave',
  method: 'PUT',
  path: '/members/:id/leave',
  params: ById,
  body: z.strictObject({
    version: Version,
    from: Day.nullable(),
    until: Day.nullable(),
    deputyId: Id.nullable(),
  }),
  result: Leave,
  problems: ['leave_invalid'],
  permission: 'member',
  offline: 'online',
  summary: 'Says when a member is away and who does their work meanwhile; by themselves or by who supervises them.',
});
