import type { whyZh } from './why-zh.ts';

/** Why a follow-up or a file name was refused, and what to add, in English. */
export const whyEn = {
  'activities.why.content_missing':
    'Write what was said, for example “Budget below 100k, wants the specification within three days”',
  'activities.why.content_vague':
    '“{said}” does not tell what was said; add quantity, budget, date, demand or objection',
  'activities.why.feedback_missing':
    'Write what the customer answered, for example “Likes the specification, compares a competitor”',
  'activities.why.feedback_vague':
    '“{said}” does not show where the customer stands; write their words or their demand',
  'activities.why.next_step_missing': 'Write what happens next, for example “Send the comparison with the competitor”',
  'activities.why.next_step_vague':
    '“{said}” is no step one can do and check; write an act such as “send the quotation” or “demo on site”',
  'activities.why.next_step_date_missing': 'Give the next step a date',
  'activities.why.next_try_missing': 'Nobody was reached: give the day of the next try',
  'activities.why.template_unfilled': '“{said}” of the template is not filled in: write what it was, or take it out',
  'activities.why.attachment_name_form':
    'Name files company-document-date, for example “Huaxing-Office quotation-20240502”',
  'activities.why.attachment_name_date': 'The date {date} in the file name does not exist',
} as const satisfies Record<keyof typeof whyZh, string>;
