import { z } from 'zod';
import { inboundProblems } from './inbound.ts';
import { leadFacts } from './lead-facts.ts';
import { LeadState } from '../leads/index.ts';
import { ById, Id, ItemsOf, operation, OutId, OutInstant, Text, Version } from '../kernel/index.ts';

/** Facts a form may ask for; each is a fact of the lead. */
export const FormFieldName = z.enum(leadFacts);
export type FormFieldName = z.infer<typeof FormFieldName>;

/** One thing a form asks for; without a `label` it is called by its usual name, in the visitor's language. */
export const FormField = z.strictObject({ name: FormFieldName, required: z.boolean(), label: Text(60).optional() });
export type FormField = z.infer<typeof FormField>;

/** A colour of a company, as #rrggbb. */
const Accent = z.string().regex(/^#[0-9a-f]{6}$/);

/**
 * What an administrator says of a form. `source` is a listed source; `consentText` is what the visitor agrees to; fields are
 * asked in their order; what is null of the looks is the usual one.
 */
const FormSettings = {
  name: Text(80),
  title: Text(80).nullable(),
  intro: Text(500).nullable(),
  sendText: Text(20).nullable(),
  accent: Accent.nullable(),
  source: Text(120),
  campaign: Text(120).nullable(),
  fields: z
    .array(FormField)
    .min(1)
    .max(FormFieldName.options.length)
    .refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length, { error: 'field_twice' }),
  consentText: Text(2_000),
  thanksText: Text(500),
  redirectUrl: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullable(),
  active: z.boolean(),
} as const;

export const WebForm = z.object({
  id: OutId,
  /** Names the form in public addresses. */
  key: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  intro: z.string().nullable(),
  sendText: z.string().nullable(),
  accent: z.string().nullable(),
  source: z.string(),
  campaign: z.string().nullable(),
  fields: z.array(FormField),
  consentText: z.string(),
  thanksText: z.string(),
  redirectUrl: z.string().nullable(),
  active: z.boolean(),
  /** In whose name leads of this form come in. */
  responsibleId: OutId,
  responsibleName: z.string().nullable(),
  /** Submissions that made a lead. */
  created: z.int(),
  /** Of these leads, those that became a customer, and those with a signing. */
  qualified: z.int(),
  converted: z.int(),
  /** Submissions that joined a lead known before. */
  joined: z.int(),
  held: z.int(),
  lastAt: OutInstant.nullable(),
  version: z.int(),
});
export type WebForm = z.infer<typeof WebForm>;

const manage = 'leads.manageRules';

export const listForms = operation({
  id: 'forms.list',
  method: 'GET',
  path: '/forms',
  result: ItemsOf(WebForm),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Web forms with what came through each: leads made, leads joined, submissions held back.',
});

export const createForm = operation({
  id: 'forms.create',
  method: 'POST',
  path: '/forms',
  body: z.strictObject({ id: Id.optional(), ...FormSettings }),
  result: WebForm,
  status: 201,
  problems: ['source_unknown', 'form_unreachable'],
  permission: manage,
  offline: 'online',
  summary: 'Makes a web form; its leads come in, in the name of who made it, by the rules of assignment.',
});

export const updateForm = operation({
  id: 'forms.update',
  method: 'PATCH',
  path: '/forms/:id',
  params: ById,
  body: z
    .strictObject({ version: Version, ...FormSettings })
    .partial()
    .required({ version: true }),
  result: WebForm,
  problems: ['source_unknown', 'form_unreachable', 'stale_version'],
  permission: manage,
  offline: 'online',
  summary: 'Changes a web form; one that is not active answers as if it did not exist.',
});

/** Why a submission waits for a person: a trap was filled, its text looks like advertising, or no lead could be made. */
export const HeldReason = z.enum(['trap', 'links', 'refused']);
export type HeldReason = z.infer<typeof HeldReason>;

export const HeldSubmission = z.object({
  id: OutId,
  at: OutInstant,
  reason: HeldReason,
  /** What was sent; contact data masked. */
  content: z.record(z.string(), z.string()),
});
export type HeldSubmission = z.infer<typeof HeldSubmission>;

export const listHeld = operation({
  id: 'forms.listHeld',
  method: 'GET',
  path: '/forms/:id/held',
  params: ById,
  result: ItemsOf(HeldSubmission),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'Submissions of a form that wait for a person, the newest 200.',
});

export const decideHeld = operation({
  id: 'forms.decideHeld',
  method: 'POST',
  path: '/form-submissions/:id/decide',
  params: ById,
  body: z.strictObject({ take: z.boolean() }),
  result: z.object({ leadId: OutId.nullable() }),
  problems: ['already_decided', 'lead_nameless', 'phone_invalid', 'email_invalid'],
  permission: manage,
  offline: 'online',
  summary: 'Takes a held submission in as a lead after all, or throws it away with its content.',
});

/** What became of a submission; `qualified` and `converted` are those of `created` whose lead went on. */
export const SubmissionOutcome = z.enum(['created', 'qualified', 'converted', 'joined', 'held', 'discarded']);
export type SubmissionOutcome = z.infer<typeof SubmissionOutcome>;

export const FormSubmission = z.object({
  id: OutId,
  at: OutInstant,
  state: z.enum(['created', 'joined', 'held', 'discarded']),
  /** Null where no lead came of it, or one the reader may not see. */
  lead: z.object({ id: OutId, number: z.string(), title: z.string(), state: LeadState }).nullable(),
});
export type FormSubmission = z.infer<typeof FormSubmission>;

export const listSubmissions = operation({
  id: 'forms.listSubmissions',
  method: 'GET',
  path: '/forms/:id/submissions',
  params: ById,
  query: z.strictObject({ outcome: SubmissionOutcome.optional(), cursor: Id.optional() }),
  result: z.object({ items: z.array(FormSubmission), nextCursor: OutId.nullable() }),
  problems: [],
  permission: manage,
  offline: 'online',
  summary: 'What was sent by a form and what became of it, 50 at a time, the newest first.',
});

const ByKey = z.strictObject({ key: z.string().regex(/^[\w-]{43}$/) });

export const PublicForm = z.object({
  organizationName: z.string(),
  title: z.string().nullable(),
  intro: z.string().nullable(),
  sendText: z.string().nullable(),
  accent: z.string().nullable(),
  fields: z.array(FormField),
  consentText: z.string(),
  thanksText: z.string(),
});
export type PublicForm = z.infer<typeof PublicForm>;

export const describeForm = operation({
  id: 'forms.describe',
  method: 'GET',
  path: '/public/forms/:key',
  params: ByKey,
  result: PublicForm,
  problems: [],
  permission: 'public',
  offline: 'online',
  crossOrigin: true,
  summary: 'What a web form asks for.',
});

const Told = (max: number) => z.string().max(max).optional();

/** What a page sends: the facts its form asks for, and beside them consent, trap and a name of its own for the repeat. */
const Submission = z.strictObject({
  companyName: Told(200),
  contactName: Told(80),
  contactTitle: Told(80),
  phone: Told(60),
  email: Told(254),
  wechat: Told(80),
  industry: Told(80),
  province: Told(40),
  city: Told(60),
  need: Told(10_000),
  /** `on`, `yes`, `true`, `1`, `agree` or 同意. */
  consent: Told(20),
  submissionId: Told(100),
  /** Hidden from people: whoever fills it is held back. */
  website_url: Told(2_000),
});

export const submitForm = operation({
  id: 'forms.submit',
  method: 'POST',
  path: '/public/forms/:key',
  params: ByKey,
  bodyKind: 'form',
  body: Submission,
  result: z.object({ thanksText: z.string(), redirectUrl: z.string().nullable() }),
  problems: ['consent_missing', 'form_incomplete', 'phone_invalid', 'email_invalid'],
  permission: 'public',
  offline: 'online',
  crossOrigin: true,
  summary:
    'Takes what a visitor filled in: JSON from a script, or the fields of a plain page, which is then sent on (303). `consent` must be given; `submissionId` makes a repeat change nothing.',
});

export * from './inbound.ts';

export const formsProblems = {
  ...inboundProblems,
  form_unreachable: 422,
  consent_missing: 422,
  form_incomplete: 422,
  already_decided: 409,
} as const;
