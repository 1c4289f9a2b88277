import { leadDemands } from '@dealtrail/protocol/leads';
import type { Why } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import type { BookRule } from '../../../kernel/rule-books/index.ts';
import { tells } from './need-words.ts';
import { why } from './why.ts';

/** What a lead may be asked to have; `phoneOrEmail` is one demand met by phone, landline or e-mail. */
export const LeadDemand = z.enum(leadDemands);
export type LeadDemand = z.infer<typeof LeadDemand>;

/** The complete set of R8; an organisation may ask for less, or for more. */
export const defaultLeadDemands: readonly LeadDemand[] = LeadDemand.options.slice(0, 7);

/** What a rule of completeness says: what such a lead must have. */
export const CompletenessSays = z.strictObject({
  demands: z
    .array(LeadDemand)
    .max(20)
    .refine((demands) => new Set(demands).size === demands.length),
});
export type CompletenessSays = z.infer<typeof CompletenessSays>;

/** One rule for every lead. */
export const defaultCompletenessRules: readonly BookRule<CompletenessSays>[] = [
  { id: 'every_lead', name: '所有线索', active: true, when: { all: [] }, says: { demands: [...defaultLeadDemands] } },
];

export interface LeadToComplete {
  readonly companyName?: string | null;
  readonly industry?: string | null;
  readonly contactName?: string | null;
  readonly contactTitle?: string | null;
  readonly phone?: string | null;
  readonly landline?: string | null;
  readonly email?: string | null;
  readonly need?: string | null;
  readonly source?: string | null;
  readonly customerType?: string | null;
  readonly region?: string | null;
  readonly budgetMinor?: number | null;
  readonly expectedPurchaseOn?: string | null;
  /** A person ticked 待补充 although nothing is missing. */
  readonly markedIncomplete?: boolean;
}

export interface Completeness {
  readonly complete: boolean;
  readonly missing: readonly LeadDemand[];
  readonly why: readonly Why[];
}

function isThere(lead: LeadToComplete, demand: LeadDemand): boolean {
  if (demand === 'phoneOrEmail') return [lead.phone, lead.landline, lead.email].some(tells);
  if (demand === 'budget') return lead.budgetMinor !== null && lead.budgetMinor !== undefined;
  return tells(lead[demand]);
}

/** Whether a lead carries the flag 待补充 and which fields lift it (R8); stand-ins such as 无 count as missing. */
export function judgeCompleteness(
  lead: LeadToComplete,
  demands: readonly LeadDemand[] = defaultLeadDemands,
): Completeness {
  const missing = demands.filter((demand) => !isThere(lead, demand));
  const reasons = missing.map((demand) => why(`leads.why.missing.${demand}`));
  if (missing.length === 0 && lead.markedIncomplete === true) reasons.push(why('leads.why.missing.marked'));
  return { complete: reasons.length === 0, missing, why: reasons };
}
