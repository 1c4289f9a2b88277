import { clockPolicy } from '../../kernel/clocks/index.ts';

/** What a follow-up tells the clocks of its record: any of them answers a promise, only a contact answers a wait. */
export const FOLLOW_UP_RECORDED = 'activities.follow_up_recorded';
export const CUSTOMER_REACHED = 'activities.customer_reached';
/** What ticking off the promised step tells them. */
export const NEXT_STEP_DONE = 'activities.next_step_done';

/** Time limits of activities (REQUIREMENTS, "Clocks": next step, that date, owner). */
export const activityClocks = [
  clockPolicy({
    key: 'next_step',
    chapter: 'activities',
    start: 'activities.next_step_promised',
    stops: [FOLLOW_UP_RECORDED, NEXT_STEP_DONE],
    limit: { unit: 'fixed_moment', amount: 0 },
    explainedBy: ['no_answer', 'wrong_number'],
    mayPause: true,
    maxPauseDays: 30,
  }),
];
