import { z } from 'zod';
import { Session } from '../auth/index.ts';
import { Id, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';

/** `asked` waits to be made, `playing` is being lived through, `standing` may be entered; the others may be asked for anew. */
export const DemoPhase = z.enum(['none', 'asked', 'playing', 'standing', 'clearing', 'failed']);
export type DemoPhase = z.infer<typeof DemoPhase>;

export const DemoState = z.object({
  phase: DemoPhase,
  /** What the imaginary supplier is called; typed to remove it. */
  name: z.string().nullable(),
  /** Of its days, so many are lived through. */
  done: z.number().int(),
  days: z.number().int(),
  standsSince: OutInstant.nullable(),
  /** The one who asks looks through somebody of the demo at this moment. */
  inside: z.boolean(),
  /** What people have added since it stands, and what goes with it when it is removed. */
  added: z.object({
    leads: z.number().int(),
    customers: z.number().int(),
    opportunities: z.number().int(),
    followUps: z.number().int(),
    members: z.number().int(),
  }),
});
export type DemoState = z.infer<typeof DemoState>;

export const demoState = operation({
  id: 'demo.state',
  method: 'GET',
  path: '/demo',
  result: DemoState,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Where the demo of the organisation stands, for its administrators and for who is inside it.',
});

export const startDemo = operation({
  id: 'demo.start',
  method: 'POST',
  path: '/demo',
  body: z.strictObject({
    /** How far back it reaches; default a year. */
    days: z.int().min(21).max(365).optional(),
    /** About so many leads; default 3 000. */
    leads: z.int().min(60).max(3_000).optional(),
  }),
  result: DemoState,
  status: 202,
  problems: ['demo_there_already', 'demo_inside'],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Makes an organisation of an imaginary supplier beside the own one, with a year of sales played through the product.',
});

/** Somebody of the demo one may look through. */
export const DemoPerson = z.object({
  id: OutId,
  name: z.string(),
  departmentName: z.string().nullable(),
  roleKeys: z.array(z.string()),
  /** Open work that is late at this moment. */
  overdue: z.number().int(),
  here: z.boolean(),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

export const demoPeople = operation({
  id: 'demo.people',
  method: 'GET',
  path: '/demo/people',
  result: ItemsOf(DemoPerson),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The made-up people of the demo who can be looked through; nobody real is among them.',
});

export const enterDemo = operation({
  id: 'demo.enter',
  method: 'POST',
  path: '/demo/seat',
  body: z.strictObject({
    /** Whose eyes; absent: the administrator's. */
    memberId: Id.optional(),
  }),
  result: Session,
  problems: ['session_needed', 'demo_not_standing'],
  permission: 'member',
  offline: 'online',
  summary:
    'Lets this browser session of an administrator look through somebody made up for the demo; never through anybody real.',
});

export const leaveDemo = operation({
  id: 'demo.leave',
  method: 'DELETE',
  path: '/demo/seat',
  result: Session,
  problems: ['session_needed'],
  permission: 'member',
  offline: 'online',
  summary: 'Brings this browser session back to its own organisation.',
});

export const removeDemo = operation({
  id: 'demo.remove',
  method: 'POST',
  path: '/demo/remove',
  body: z.strictObject({ name: Text(120) }),
  result: DemoState,
  problems: ['demo_name_wrong', 'demo_not_standing', 'demo_inside'],
  permission: 'organization.manage',
  offline: 'online',
  summary:
    'Removes the demo with everything in it, in one act; its name must be typed. The own organisation stays as it is.',
});

export const demoProblems = {
  demo_there_already: 409,
  demo_inside: 409,
  demo_not_standing: 409,
  demo_name_wrong: 422,
} as const;
