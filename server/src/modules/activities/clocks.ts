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
    title: { zh: '下一步', en: 'Next step' },
    why: {
      zh: '跟进时约定的下一步，应在 {dueAt} 前完成',
      en: 'The next step promised in a follow-up is due by {dueAt}',
    },
    start: 'activities.next_step_promised',
    stops: [FOLLOW_UP_RECORDED, NEXT_STEP_DONE],
    limit: { unit: 'fixed_moment', amount: 0 },
    reasons: ['no_answer', 'travelling', 'wrong_number', 'customer_asked_later', 'overloaded', 'on_leave', 'other'],
    mayPause: true,
    maxPauseDays: 90,
  }),
];
