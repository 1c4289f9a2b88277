import { clockPolicy } from '../policy.ts';

/** First touch as REQUIREMENTS.md has it: 24 / 48 / 72 h by intent, escalated by 3 days or limit + 1 working day. */
export const firstTouch = clockPolicy({
  key: 'first_touch',
  chapter: 'leads',
  start: 'leads.assigned',
  stops: ['leads.first_touched'],
  limit: {
    high: { unit: 'natural_hours', amount: 24 },
    medium: { unit: 'natural_hours', amount: 48 },
    low: { unit: 'natural_hours', amount: 72 },
  },
  warnAtPercent: 80,
  escalations: [
    {
      key: 'low_reminder',
      to: 'owner',
      variants: ['low'],
      after: { earliestOf: [{ unit: 'natural_hours', amount: 48, from: 'start' }] },
    },
    {
      key: 'supervisor',
      to: 'supervisor',
      after: {
        earliestOf: [
          { unit: 'natural_days', amount: 3, from: 'start' },
          { unit: 'working_days', amount: 1, from: 'due' },
        ],
      },
    },
  ],
  explainedBy: ['no_answer'],
  mayPause: true,
  maxPauseDays: 30,
});

/** Completing a lead: 2 working hours, nothing more. */
export const completeLead = clockPolicy({
  key: 'complete_lead',
  chapter: 'leads',
  start: 'leads.saved_incomplete',
  stops: ['leads.completed'],
  limit: { unit: 'working_hours', amount: 2 },
  mayPause: true,
});

/** Contact rhythm of a B customer: 14 natural days, then the supervisor a working day later. */
export const rhythm = clockPolicy({
  key: 'contact_rhythm',
  chapter: 'customers',
  start: 'activities.effective_contact',
  stops: ['activities.effective_contact'],
  limit: { unit: 'natural_days', amount: 14 },
  escalations: [
    {
      key: 'supervisor',
      to: 'supervisor',
      after: { earliestOf: [{ unit: 'working_days', amount: 1, from: 'due' }] },
    },
  ],
  mayPause: true,
});

/** Screening by marketing: one working day. */
export const screening = clockPolicy({
  key: 'screening',
  chapter: 'leads',
  start: 'leads.created_unscreened',
  stops: ['leads.screened'],
  limit: { unit: 'working_days', amount: 1 },
  mayPause: true,
});

/** The next step promised in a follow-up. */
export const nextPromise = clockPolicy({
  key: 'next_step',
  chapter: 'activities',
  start: 'activities.promised',
  stops: ['activities.promise_kept'],
  limit: { unit: 'fixed_moment', amount: 0 },
  mayPause: true,
});
