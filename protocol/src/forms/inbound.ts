import { z } from 'zod';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Text, Version } from '../kernel/index.ts';
import { leadFacts } from './lead-facts.ts';

/** Facts of a lead another system may tell. */
export const InboundFieldName = z.enum([...leadFacts, 'campaign', 'externalId']);
export type InboundFieldName = z.infer<typeof InboundFieldName>;

/**
 * Where a fact stands in what is posted (`data.customer.name`, `items[0].phone`), or what it always is. Exactly one of
 * the two.
 */
export const InboundField = z
  .strictObject({ name: InboundFieldName, path: Text(200).optional(), constant: Text(200).optional() })
  .refine(({ path, constant }) => (path === undefined) !== (constant === undefined), { error: 'path_or_constant' });
export type InboundField = z.infer<typeof InboundField>;

const HookSettings = {
  name: Text(80),
  source: Text(120),
  campaign: Text(120).nullable(),
  fields: z
    .array(InboundField)
    .max(InboundFieldName.options.length)
    .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, { error: 'field_twice' }),
  /** Where the sender names its delivery: the same again changes nothing. Else the header `x-delivery-id`, else the content. */
  deliveryPath: Text(200).nullable(),
  active: z.boolean(),
} as const;

export const InboundHook = z.object({
  id: OutId,
  name: z.string(),
  source: z.string(),
  campaign: z.string().nullable(),
  fields: z.array(InboundField),
  deliveryPath: z.string().nullable(),
  active: z.boolean(),
  /** True where each post must carry `x-signature: sha256=…`, the HMAC of its body. */
  signed: z.boolean(),
  responsibleId: OutId,
  responsibleName: z.string().nullable(),
  created: z.int(),
  joined: z.int(),
  held: z.int(),
  lastAt: OutInstant.nullable(),
  version: z.int(),
});
export type InboundHook = z.infer<typeof InboundHook>;

/** A door with its secrets, which are shown this once. */
export const OpenedHook = z.object({
  hook: InboundHook,
  /** Where to post, below the address of the product. */
  path: z.string(),
  /** Key of the HMAC; null where posts are not signed. */
  signSecret: z.string().nullable(),
});
export type OpenedHook = z.infer<typeof OpenedHook>;

const manage = 'leads.manageRules';

export const listHooks = operation({
  id: 'forms.listHooks',
  method: 'GET',
  path: '/inbound-hooks',
  result: ItemsOf(InboundHook),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Doors for other systems, with what came through each.',
});

export const createHook = operation({
  id: 'forms.createHook',
  method: 'POST',
  path: '/inbound-hooks',
  body: z.strictObject({ id: Id.optional(), ...HookSettings, signed: z.boolean() }),
  result: OpenedHook,
  status: 201,
  problems: ['source_unknown'],
  permission: manage,
  offline: 'online',
  secret: true,
  summary: 'Opens a door for another system; its address holds a secret and is shown once.',
});

export const updateHook = operation({
  id: 'forms.updateHook',
  method: 'PATCH',
  path: '/inbound-hooks/:id',
  params: ById,
  body: z
    .strictObject({ version: Version, ...HookSettings })
    .partial()
    .required({ version: true }),
  result: InboundHook,
  problems: ['source_unknown', 'stale_version'],
  permission: manage,
  offline: 'online',
  summary: 'Changes a door: its mapping, source and campaign, or closes it.',
});

export const renewHook = operation({
  id: 'forms.renewHook',
  method: 'POST',
  path: '/inbound-hooks/:id/renew',
  params: ById,
  body: z.strictObject({ signed: z.boolean() }),
  result: OpenedHook,
  problems: [],
  permission: manage,
  offline: 'online',
  secret: true,
  summary: 'Gives a door a new address and key; the old ones end at once.',
});

/** Why a post waits for a person. */
export const PostReason = z.enum([
  'lead_nameless',
  'phone_invalid',
  'email_invalid',
  'masked_value',
  'too_long',
  'nobody',
]);
export type PostReason = z.infer<typeof PostReason>;

const Facts = z.partialRecord(InboundFieldName, z.string());

export const InboundPost = z.object({
  id: OutId,
  at: OutInstant,
  state: z.enum(['created', 'joined', 'held', 'discarded']),
  reason: PostReason.nullable(),
  leadId: OutId.nullable(),
  /** What was posted, contact data masked; null once it is not kept any more. */
  body: z.string().nullable(),
  /** What the mapping makes of it now, contact data masked. */
  facts: Facts.nullable(),
});
export type InboundPost = z.infer<typeof InboundPost>;

export const listPosts = operation({
  id: 'forms.listPosts',
  method: 'GET',
  path: '/inbound-hooks/:id/posts',
  params: ById,
  query: z.strictObject({ state: InboundPost.shape.state.optional() }),
  result: ItemsOf(InboundPost),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'What was posted to a door and what became of it, the newest 50; those that wait are always kept whole.',
});

export const tryHook = operation({
  id: 'forms.tryHook',
  method: 'POST',
  path: '/inbound-hooks/:id/try',
  params: ById,
  /** A sample: one that was posted, or a text. */
  body: z.strictObject({
    fields: HookSettings.fields,
    postId: Id.optional(),
    sample: z.string().max(65_536).optional(),
  }),
  result: z.object({
    /** What the lead would know, contact data masked. */
    facts: Facts,
    /** Facts whose path leads to nothing in the sample. */
    nothingAt: z.array(InboundFieldName),
    /** Why it would wait; null where a lead would come of it. */
    reason: PostReason.nullable(),
    /** Every place in the sample that holds a text or a number. */
    paths: z.array(z.string()),
  }),
  problems: ['body_not_json', 'body_not_object', 'body_too_deep'],
  permission: manage,
  offline: 'online',
  summary: 'What a mapping makes of a sample; nothing is saved.',
});

export const decidePost = operation({
  id: 'forms.decidePost',
  method: 'POST',
  path: '/inbound-posts/:id/decide',
  params: ById,
  /** `facts` are mended ones; they go before what the mapping finds. */
  body: z.strictObject({
    take: z.boolean(),
    facts: z.partialRecord(InboundFieldName, z.string().max(4_000)).optional(),
  }),
  result: z.object({ leadId: OutId.nullable() }),
  problems: ['already_decided', 'lead_nameless', 'phone_invalid', 'email_invalid'],
  permission: manage,
  offline: 'online',
  summary: 'Sends a post that waits again, mended where it must be, or throws it away with its content.',
});

export const receivePost = operation({
  id: 'forms.receivePost',
  method: 'POST',
  path: '/public/hooks/:token',
  params: z.strictObject({ token: z.string().min(20).max(120) }),
  bodyKind: 'bytes',
  result: z.object({ state: z.enum(['created', 'joined', 'held', 'repeated']) }),
  problems: ['body_not_utf8', 'body_not_json', 'body_not_object', 'body_too_deep', 'signature_wrong'],
  permission: 'public',
  offline: 'online',
  summary:
    'Takes one lead another system posts as JSON (UTF-8, at most 64 kB). It becomes a lead, joins one, or waits for a person; the same delivery again changes nothing.',
});

export const inboundProblems = {
  body_not_utf8: 422,
  body_not_json: 422,
  body_not_object: 422,
  body_too_deep: 422,
  signature_wrong: 401,
} as const;
