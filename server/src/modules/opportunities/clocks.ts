import { clockPolicy } from '../../kernel/clocks/index.ts';
import { CUSTOMER_REACHED } from '../activities/index.ts';

/** Time limits of a running opportunity (REQUIREMENTS, "Clocks"). */
export const opportunityClocks = [
  clockPolicy({
    key: 'stagnation',
    chapter: 'opportunities',
    start: 'opportunities.opened',
    stops: [CUSTOMER_REACHED, 'opportunities.stage_left'],
    limit: { unit: 'natural_days', amount: 14 },
    escalations: [
      {
        key: 'supervisor',
        after: { earliestOf: [{ unit: 'natural_days', amount: 3, from: 'due' }] },
        to: 'supervisor',
      },
    ],
    mayPause: true,
    maxPauseDays: 30,
  }),
  clockPolicy({
    key: 'days_in_stage',
    chapter: 'opportunities',
    start: 'opportunities.stage_entered',
    stops: ['opportunities.stage_left'],
    limit: { unit: 'fixed_moment', amount: 0 },
    escalations: [
      {
        key: 'supervisor',
        after: { earliestOf: [{ unit: 'natural_days', amount: 3, from: 'due' }] },
        to: 'supervisor',
      },
    ],
    mayPause: true,
    maxPauseDays: 30,
  }),
];
