import { clockPolicy } from '../../kernel/clocks/index.ts';
import { CUSTOMER_REACHED } from '../activities/index.ts';

/** Time limits of a running opportunity (REQUIREMENTS, "Clocks"). */
export const opportunityClocks = [
  clockPolicy({
    key: 'stagnation',
    chapter: 'opportunities',
    title: { zh: '停滞', en: 'Stalled' },
    why: {
      zh: '{amount} 天内没有有效沟通或阶段推进，算停滞',
      en: 'Stalled after {amount} days without effective contact or a stage forward',
    },
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
    reasons: ['customer_asked_later', 'travelling', 'overloaded', 'on_leave', 'other'],
    mayPause: true,
    maxPauseDays: 30,
  }),
  clockPolicy({
    key: 'days_in_stage',
    chapter: 'opportunities',
    title: { zh: '阶段停留', en: 'Days in stage' },
    why: { zh: '这个阶段最迟在 {dueAt} 前完成', en: 'This stage is to be finished by {dueAt}' },
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
    reasons: ['customer_asked_later', 'overloaded', 'other'],
    mayPause: true,
    maxPauseDays: 90,
  }),
];
