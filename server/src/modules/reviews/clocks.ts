import { clockPolicy } from '../../kernel/clocks/index.ts';

/** What ends the time limit of a review. */
export const MINUTES_CONFIRMED = 'reviews.confirmed';

/** REQUIREMENTS, "Clocks": reviews, that day, until the minutes are confirmed; then the organiser's superior hears. */
export const reviewClocks = [
  clockPolicy({
    key: 'review_minutes',
    chapter: 'reviews',
    start: 'reviews.called',
    stops: [MINUTES_CONFIRMED],
    limit: { unit: 'fixed_moment', amount: 0 },
    escalations: [
      {
        key: 'supervisor',
        after: { earliestOf: [{ unit: 'natural_days', amount: 0, from: 'due' }] },
        to: 'supervisor',
      },
    ],
  }),
];
