import { z } from 'zod';
import { SheetPeek } from '../imports/index.ts';
import { Id, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';

/** Fields a column may be mapped to, in the order of the template. */
export const MemberImportField = z.enum([
  'name',
  'email',
  'mobile',
  'staffNumber',
  'department',
  'roles',
  'supervisor',
  'capacity',
]);
export type MemberImportField = z.infer<typeof MemberImportField>;

const managing = { permission: 'organization.manage', offline: 'online' } as const;

export const memberTemplate = operation({
  ...managing,
  id: 'organization.memberTemplate',
  method: 'GET',
  path: '/members/import-template',
  resultKind: 'file',
  problems: [],
  summary: 'An XLSX with the columns of a member import and two rows to copy.',
});

export const peekMembers = operation({
  ...managing,
  id: 'organization.peekMembers',
  method: 'POST',
  path: '/members/imports/peek',
  bodyKind: 'multipart',
  result: SheetPeek,
  problems: ['sheet_refused', 'file_missing'],
  summary: 'Reads header and first rows of a file of members (multipart field `file`) and proposes a mapping.',
});

export const startMembers = operation({
  ...managing,
  id: 'organization.startMembers',
  method: 'POST',
  path: '/members/imports',
  bodyKind: 'multipart',
  result: z.object({ id: OutId }),
  status: 202,
  problems: ['sheet_refused', 'mapping_invalid', 'file_missing'],
  summary:
    'Takes a CSV or XLSX of members: missing departments are made, everybody new is invited, a repeat changes nothing (multipart: `file`, `mapping`, optional `dryRun` = true).',
});

export const InvitationLink = z.object({
  id: OutId,
  name: z.string().nullable(),
  email: z.string().nullable(),
  departmentName: z.string().nullable(),
  link: z.string(),
  expiresAt: OutInstant,
});
export type InvitationLink = z.infer<typeof InvitationLink>;

export const renewInvitationLinks = operation({
  ...managing,
  id: 'organization.renewInvitationLinks',
  method: 'POST',
  path: '/invitations/links',
  body: z.strictObject({
    /** The invitations to make links for; absent: of every member who was entered and has not joined. */
    ids: z.array(Id).min(1).max(2_000).optional(),
  }),
  result: ItemsOf(InvitationLink),
  problems: [],
  secret: true,
  summary:
    'Makes new links, good for 7 days, for invitations that nobody accepted or revoked; earlier links of theirs end. At most 2 000.',
});
