import { z } from 'zod';
import { ById, operation, OptionalText, OutId, Text } from '../kernel/index.ts';
import { InvalidReason, Lead } from './lead.ts';

const screening = {
  /** True: every lead the rules would give out. */
  everything: z.boolean(),
  /** Keys of the sources whose leads are screened; `unlisted` stands for every source on no list. */
  sources: z.array(Text(120)).max(200),
  /** Who screens; without anybody nothing is screened. */
  screenerIds: z.array(z.uuid()).max(50),
} as const;

export const Screening = z.object({
  everything: z.boolean(),
  sources: z.array(z.string()),
  screenerIds: z.array(OutId),
});

export const getScreening = operation({
  id: 'leads.getScreening',
  method: 'GET',
  path: '/lead-screening',
  result: Screening,
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Which new leads marketing screens before sales gets them, and who does.',
});

export const saveScreening = operation({
  id: 'leads.saveScreening',
  method: 'PUT',
  path: '/lead-screening',
  body: z.strictObject(screening),
  result: Screening,
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'Says which new leads marketing screens and who does; leads that are there stay where they are.',
});

export const passOnLead = operation({
  id: 'leads.passOn',
  method: 'POST',
  path: '/leads/:id/pass-on',
  params: ById,
  body: z.strictObject({ note: Text(500) }),
  result: Lead,
  problems: ['lead_not_screening'],
  permission: 'leads.screen',
  offline: 'online',
  summary: 'Passes a screened lead on to sales by the rules; sales accepts it or returns it within 24 hours.',
});

export const screenOutLead = operation({
  id: 'leads.screenOut',
  method: 'POST',
  path: '/leads/:id/screen-out',
  params: ById,
  body: z.strictObject({ reason: InvalidReason, note: OptionalText(500) }),
  result: Lead,
  problems: ['lead_not_screening', 'lead_move_refused'],
  permission: 'leads.screen',
  offline: 'online',
  summary: 'Finds a lead in screening to be nothing, with the reason.',
});

export const acceptLead = operation({
  id: 'leads.accept',
  method: 'POST',
  path: '/leads/:id/accept',
  params: ById,
  body: z.strictObject({}),
  result: Lead,
  problems: ['lead_not_to_accept'],
  permission: 'leads.followUp',
  offline: 'online',
  summary: 'Accepts a lead that marketing passed on.',
});

/** Why somebody refuses a lead they were given. */
export const RefusalReason = z.enum([
  'not_my_region',
  'not_my_industry',
  'no_capacity',
  'not_qualified',
  'conflict',
  'other',
]);
export type RefusalReason = z.infer<typeof RefusalReason>;

export const refuseLead = operation({
  id: 'leads.refuse',
  method: 'POST',
  path: '/leads/:id/refuse',
  params: ById,
  body: z.strictObject({ reason: RefusalReason, note: OptionalText(300) }),
  result: Lead,
  problems: ['refusal_begun', 'refusal_own_will', 'refusal_late', 'refusal_without_taker'],
  permission: 'leads.followUp',
  offline: 'online',
  summary:
    'Refuses a lead that was just given to one: what marketing passed on goes back to its screener, every other lead goes through the rules again within 24 hours.',
});

/** What many leads in screening may be asked to do. */
export const screeningBulkActions = [z.strictObject({ do: z.literal('pass_on'), note: Text(500) })] as const;

export const screeningProblems = {
  lead_not_screening: 409,
  lead_not_to_accept: 409,
  refusal_begun: 409,
  refusal_own_will: 422,
  refusal_late: 422,
  refusal_without_taker: 422,
} as const;
