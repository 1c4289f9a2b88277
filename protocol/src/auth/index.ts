import { z } from 'zod';
import { ById, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';

export * from './account.ts';
export * from './password.ts';
export * from './sign-ins.ts';

/** How far a permission reaches: own records, the own department, the department tree below, or everything. */
export const Scope = z.enum(['own', 'team', 'tree', 'all']);
export type Scope = z.infer<typeof Scope>;

/** Whether the organisation asks this member for a second step: not, it does and it is set up, or it still has to be. */
export const SecondStepState = z.enum(['free', 'required', 'due']);
export type SecondStepState = z.infer<typeof SecondStepState>;

/** Who is signed in and what they may do; the web asks this and the abilities on records, never a role. */
export const Session = z.object({
  member: z.object({
    id: OutId,
    name: z.string(),
    email: z.string(),
    departmentId: OutId.nullable(),
    departmentName: z.string().nullable(),
    roles: z.array(z.object({ key: z.string(), name: z.string() })),
  }),
  organization: z.object({ id: OutId, name: z.string(), zone: z.string(), currency: z.string() }),
  permissions: z.record(z.string(), Scope),
  /** Supervises somebody: Today shows the team. */
  supervises: z.boolean(),
  /** Looks through the eyes of somebody made up, without being them. */
  seated: z.boolean(),
  /** While it is `due`, nothing answers but what sets it up. */
  secondStep: SecondStepState,
  now: OutInstant,
});
export type Session = z.infer<typeof Session>;

export const signIn = operation({
  id: 'auth.signIn',
  method: 'POST',
  path: '/session',
  body: z.strictObject({
    /** E-mail address, mobile number in any writing, or staff number. */
    identifier: z.string().max(254),
    password: z.string().max(128),
    /** Of the authenticator app or a recovery code; asked for with `second_factor_needed`. */
    code: z.string().trim().min(1).max(40).optional(),
  }),
  result: Session,
  problems: ['second_factor_needed', 'wrong_code'],
  permission: 'public',
  offline: 'online',
  summary: 'Signs in with e-mail, mobile or staff number and password, and a code where the account has a second step.',
});

export const signOut = operation({
  id: 'auth.signOut',
  method: 'DELETE',
  path: '/session',
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Ends the session; its cookie is worthless from this moment.',
});

export const session = operation({
  id: 'auth.session',
  method: 'GET',
  path: '/session',
  result: Session,
  problems: [],
  permission: 'member',
  offline: 'online',
  withoutSecondStep: true,
  summary: 'Tells who is signed in and what they may do.',
});

const ApiKey = z.object({
  id: OutId,
  name: z.string(),
  /** First characters, to recognise the key; the rest is not kept. */
  hint: z.string(),
  createdAt: OutInstant,
  lastUsedOn: z.string().nullable(),
});

export const listApiKeys = operation({
  id: 'auth.listApiKeys',
  method: 'GET',
  path: '/api-keys',
  result: ItemsOf(ApiKey),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Lists the own API keys; the keys themselves are shown only once, at creation.',
});

export const createApiKey = operation({
  id: 'auth.createApiKey',
  method: 'POST',
  path: '/api-keys',
  body: z.strictObject({ name: Text(80) }),
  result: ApiKey.extend({ key: z.string() }),
  status: 201,
  problems: ['session_needed'],
  permission: 'member',
  offline: 'online',
  secret: true,
  summary: 'Makes an API key that acts with the rights of its member; needs a browser session.',
});

export const revokeApiKey = operation({
  id: 'auth.revokeApiKey',
  method: 'DELETE',
  path: '/api-keys/:id',
  params: ById,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Revokes an own API key; it stops working with the next request.',
});

export const authProblems = {
  session_needed: 403,
  second_factor_needed: 401,
  wrong_code: 401,
  code_wrong: 422,
  password_wrong: 422,
  password_refused: 422,
  reset_invalid: 410,
  second_factor_on: 409,
  second_factor_off: 409,
  second_factor_not_waiting: 409,
  second_step_required: 409,
} as const;
