import { z } from 'zod';
import { ById, ItemsOf, operation, OutId, OutInstant, Text } from '../kernel/index.ts';

/** How far a permission reaches: own records, the own department, the department tree below, or everything. */
export const Scope = z.enum(['own', 'team', 'tree', 'all']);
export type Scope = z.infer<typeof Scope>;

/** 10 to 128 characters; length is the protection, no composition rules (ASVS 6.2). */
export const Password = z.string().min(10).max(128);

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
  now: OutInstant,
});
export type Session = z.infer<typeof Session>;

export const signIn = operation({
  id: 'auth.signIn',
  method: 'POST',
  path: '/session',
  body: z.strictObject({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(128) }),
  result: Session,
  problems: [],
  permission: 'public',
  offline: 'online',
  summary: 'Signs in with e-mail and password and sets the session cookie.',
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

export const authProblems = { session_needed: 403 } as const;
