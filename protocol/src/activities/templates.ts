import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, Text, Version } from '../kernel/index.ts';
import { FollowUpMethod } from './follow-up.ts';

/** Whose text it is: one that ships, one of the organisation, one's own. */
export const TemplateScope = z.enum(['shipped', 'organization', 'own']);
export type TemplateScope = z.infer<typeof TemplateScope>;

/**
 * A text to begin a follow-up with. `{称呼}` `{公司}` `{我}` `{日期}` are filled in by the form; what stands in 【 】 is for the
 * writer to fill, and a follow-up that still holds one is refused.
 */
const TemplateText = {
  method: FollowUpMethod,
  name: Text(40),
  content: Text(2_000),
  feedback: Text(1_000).nullable(),
  nextStep: Text(300).nullable(),
  /** False keeps it out of the form. */
  active: z.boolean(),
} as const;

export const FollowUpTemplate = z.object({
  /** Null for one that ships and was not changed here. */
  id: OutId.nullable(),
  /** The shipped text it stands for, or was. */
  shippedKey: z.string().nullable(),
  scope: TemplateScope,
  ...TemplateText,
  version: z.number().int().nullable(),
  /** Whether the reader may change or remove it. */
  mayChange: z.boolean(),
});
export type FollowUpTemplate = z.infer<typeof FollowUpTemplate>;

export const listTemplates = operation({
  id: 'activities.listTemplates',
  method: 'GET',
  path: '/follow-up-templates',
  query: z.strictObject({ language: z.enum(['zh', 'en']) }),
  result: ItemsOf(FollowUpTemplate),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Texts to begin a follow-up with: own ones, those of the organisation, those that ship in a language.',
});

export const createTemplate = operation({
  id: 'activities.createTemplate',
  method: 'POST',
  path: '/follow-up-templates',
  body: z.strictObject({
    id: Id.optional(),
    scope: TemplateScope.exclude(['shipped']),
    shippedKey: Text(40).nullable().optional(),
    ...TemplateText,
  }),
  result: FollowUpTemplate,
  status: 201,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary:
    'Keeps a text of one’s own or, with activities.manageTemplates, one for all; also in place of a shipped one.',
});

export const updateTemplate = operation({
  id: 'activities.updateTemplate',
  method: 'PATCH',
  path: '/follow-up-templates/:id',
  params: ById,
  body: z.strictObject({ version: Version, ...z.object(TemplateText).partial().shape }),
  result: FollowUpTemplate,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Changes a text.',
});

export const deleteTemplate = operation({
  id: 'activities.deleteTemplate',
  method: 'DELETE',
  path: '/follow-up-templates/:id',
  params: ById,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Removes a text; a shipped one comes back as it ships.',
});
