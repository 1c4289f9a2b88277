import { z } from 'zod';
import { Scope } from '../auth/index.ts';
import { ById, ItemsOf, operation, OutId, Text, Version } from '../kernel/index.ts';

/** Roles that ship (R102); their names and grants are rows the organisation may edit. */
export const RoleKey = z.enum([
  'representative',
  'supervisor',
  'sales_manager',
  'marketing',
  'presales',
  'commercial',
  'legal',
  'finance',
  'product',
  'delivery',
  'customer_success',
  'administrator',
]);
export type RoleKey = z.infer<typeof RoleKey>;

/** The three offices of separated administration (三员分立); nobody holds two of them. */
export const SeparatedRoleKey = z.enum(['system_administrator', 'security_administrator', 'audit_administrator']);
export type SeparatedRoleKey = z.infer<typeof SeparatedRoleKey>;

/** Key of a role: a shipped one or one the organisation made. */
export const RoleRef = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/** Permission → how far it reaches; what is not named is not granted. */
export const Grants = z.record(z.string().regex(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/), Scope);
export type Grants = z.infer<typeof Grants>;

/** The columns of the matrix, in the order they are read. */
export const VerbGroup = z.enum(['read', 'write', 'reveal', 'export', 'special']);
export type VerbGroup = z.infer<typeof VerbGroup>;

/** A sentence in both languages, for labels that a later chapter brings. */
const Label = z.object({ zh: z.string(), en: z.string() });

/** One permission as the matrix shows it. `scoped` false: it is granted for everything or not at all. */
export const PermissionFacts = z.object({
  permission: z.string(),
  object: z.string(),
  group: VerbGroup,
  scoped: z.boolean(),
  label: Label,
});
export type PermissionFacts = z.infer<typeof PermissionFacts>;

export const Role = z.object({
  id: OutId,
  key: z.string(),
  name: z.string(),
  /** Where it comes from: shipped, one of the three separated offices, or the organisation's own. */
  kind: z.enum(['shipped', 'separated', 'own']),
  /** True once the organisation gave a shipped role a name of its own; until then its label is shown. */
  renamed: z.boolean(),
  grants: z.record(z.string(), Scope),
  /** What it grants as it ships; null for a role of the organisation's own. */
  shippedGrants: z.record(z.string(), Scope).nullable(),
  /** Permissions an upgrade brought it, until somebody saves what it grants. */
  added: z.array(z.string()),
  /** Members who hold it, inactive ones too. */
  memberCount: z.number().int(),
  version: z.number().int(),
});
export type Role = z.infer<typeof Role>;

export const listPermissions = operation({
  id: 'organization.listPermissions',
  method: 'GET',
  path: '/permissions',
  result: z.object({
    items: z.array(PermissionFacts),
    /** The objects in the order of the house, with their labels. */
    objects: z.array(z.object({ object: z.string(), label: Label })),
  }),
  problems: [],
  permission: 'organization.read',
  offline: 'online',
  summary: 'Every permission the chapters declare, by object and kind of verb, labelled in both languages.',
});

export const listRoles = operation({
  id: 'organization.listRoles',
  method: 'GET',
  path: '/roles',
  result: ItemsOf(Role),
  problems: [],
  permission: 'organization.read',
  offline: 'online',
  summary: 'Roles with the permissions and scopes they grant and how many members hold them.',
});

export const createRole = operation({
  id: 'organization.createRole',
  method: 'POST',
  path: '/roles',
  body: z.strictObject({ name: Text(40), copyOf: z.uuid().toLowerCase().optional() }),
  result: Role,
  status: 201,
  problems: ['role_name_taken', 'grant_beyond_own'],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary: 'Makes a role that grants nothing yet, or the same as another; nobody grants what they do not hold.',
});

export const updateRole = operation({
  id: 'organization.updateRole',
  method: 'PATCH',
  path: '/roles/:id',
  params: ById,
  body: z.strictObject({ version: Version, name: Text(40).optional(), grants: Grants.optional() }),
  result: Role,
  problems: ['role_name_taken', 'grant_beyond_own', 'grant_unknown', 'last_administrator'],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary:
    'Renames a role or changes what it grants; acts on the next request of everybody who holds it. What an upgrade added counts as seen.',
});

export const deleteRole = operation({
  id: 'organization.deleteRole',
  method: 'DELETE',
  path: '/roles/:id',
  params: ById,
  problems: ['role_in_use', 'role_shipped'],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary: 'Removes a role of the own making that no member and no open invitation holds.',
});

export const previewRole = operation({
  id: 'organization.previewRole',
  method: 'POST',
  path: '/roles/:id/preview',
  params: ById,
  body: z.strictObject({ grants: Grants }),
  result: z.object({
    /** Active members whose rights change; the others have them from another role too. */
    affected: z.number().int(),
    holders: z.number().int(),
    /** Names of the first twenty affected. */
    names: z.array(z.string()),
    /** Permissions that reach further and less far than before. */
    widened: z.array(z.string()),
    narrowed: z.array(z.string()),
    /** Permissions the caller may not give because they do not hold them that far. */
    beyondOwn: z.array(z.string()),
  }),
  problems: ['grant_unknown'],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary: 'Who would be affected by other grants of a role; changes nothing.',
});

export const separateAdministrators = operation({
  id: 'organization.separateAdministrators',
  method: 'POST',
  path: '/roles/separation',
  result: ItemsOf(Role),
  problems: [],
  permission: 'organization.manageRoles',
  offline: 'online',
  summary:
    'Adds the three offices of separated administration: system, security and audit; nothing happens where they are there.',
});
