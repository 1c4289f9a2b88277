import { clockPolicy } from '../../kernel/clocks/index.ts';
import { CUSTOMER_REACHED } from '../activities/index.ts';

/** What ends the clocks of a lead, beside follow-ups. */
export const LEAD_COMPLETED = 'leads.completed';
export const LEAD_HANDED_ON = 'leads.handed_on';
export const FIRST_TOUCHED = 'leads.first_touched';
/** Marketing passed the lead on, or found it to be nothing. */
export const LEAD_SCREENED = 'leads.screened';
/** Sales accepted what marketing passed on, or returned it. */
export const LEAD_ANSWERED = 'leads.answered';
/** The lead went to another owner, or is no lead any more: what ran over by then stays a breach. */
export const LEAD_TAKEN_AWAY = 'leads.taken_away';
export const LEAD_ENDED = 'leads.ended';

/** An attempt says by itself why the customer was not reached in time. */
const explainedBy = ['no_answer', 'wrong_number'];

/** R22: 暂缓 lasts at most 30 days. */
export const LONGEST_PAUSE_DAYS = 30;
const pausable = { mayPause: true, maxPauseDays: LONGEST_PAUSE_DAYS } as const;

/** Time limits of leads (R8, R10, R19, R20, R23, R27 and REQUIREMENTS, "Clocks"). */
export const leadClocks = [
  clockPolicy({
    key: 'complete_lead',
    chapter: 'leads',
    start: 'leads.saved_incomplete',
    stops: [LEAD_COMPLETED, LEAD_ENDED],
    limit: { unit: 'working_hours', amount: 2 },
    explainedBy,
    ...pausable,
  }),
  clockPolicy({
    key: 'assign_high',
    chapter: 'leads',
    start: 'leads.created',
    stops: [LEAD_HANDED_ON, LEAD_ENDED],
    limit: { unit: 'natural_hours', amount: 24 },
    escalations: [
      {
        key: 'sales_manager',
        after: { earliestOf: [{ unit: 'natural_hours', amount: 0, from: 'due' }] },
        to: 'sales_manager',
      },
    ],
    explainedBy,
    ...pausable,
  }),
  clockPolicy({
    key: 'screening',
    chapter: 'leads',
    start: 'leads.to_screen',
    stops: [LEAD_SCREENED, LEAD_HANDED_ON, LEAD_ENDED],
    limit: { unit: 'working_days', amount: 1 },
    escalations: [
      {
        key: 'marketing_lead',
        after: { earliestOf: [{ unit: 'natural_hours', amount: 0, from: 'due' }] },
        to: 'marketing_lead',
      },
    ],
    ...pausable,
  }),
  clockPolicy({
    key: 'acceptance',
    chapter: 'leads',
    start: 'leads.passed_on',
    stops: [LEAD_ANSWERED, FIRST_TOUCHED, LEAD_ENDED],
    limit: { unit: 'natural_hours', amount: 24 },
    escalations: [
      {
        key: 'supervisor',
        after: { earliestOf: [{ unit: 'natural_hours', amount: 0, from: 'due' }] },
        to: 'supervisor',
      },
    ],
    ...pausable,
  }),
  clockPolicy({
    key: 'first_touch',
    chapter: 'leads',
    start: 'leads.assigned',
    stops: [FIRST_TOUCHED, LEAD_TAKEN_AWAY, LEAD_ENDED],
    limit: {
      high: { unit: 'natural_hours', amount: 24 },
      medium: { unit: 'natural_hours', amount: 48 },
      low: { unit: 'natural_hours', amount: 72 },
    },
    escalations: [
      // R20: with low intent the representative is warned at 48 h.
      {
        key: 'warn_at_48',
        after: { earliestOf: [{ unit: 'natural_hours', amount: 48, from: 'start' }] },
        to: 'owner',
        variants: ['low'],
      },
      {
        key: 'supervisor',
        after: {
          earliestOf: [
            { unit: 'natural_days', amount: 3, from: 'start' },
            { unit: 'working_days', amount: 1, from: 'due' },
          ],
        },
        to: 'supervisor',
      },
    ],
    explainedBy,
    ...pausable,
  }),
  clockPolicy({
    key: 'call_back',
    chapter: 'leads',
    start: 'leads.proposal_submitted',
    stops: [CUSTOMER_REACHED, LEAD_ENDED],
    limit: { unit: 'natural_days', amount: 3 },
    escalations: [
      {
        key: 'supervisor',
        after: { earliestOf: [{ unit: 'natural_days', amount: 0, from: 'due' }] },
        to: 'supervisor',
      },
    ],
    explainedBy,
    ...pausable,
  }),
];
