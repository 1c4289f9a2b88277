import { reviewsProblems } from '@dealtrail/protocol/reviews';
import { reviewsEn, reviewsZh } from '@dealtrail/protocol/reviews/messages';
import type { Module } from '../../kernel/house/module.ts';
import { reviewClocks } from './clocks.ts';
import { sweepReviews } from './jobs/sweep-reviews.ts';
import { dropReviewAction, saveReviewAction } from './operations/agree-actions.ts';
import { noteReview, updateReview } from './operations/change-review.ts';
import { confirmReview } from './operations/confirm-review.ts';
import { explainLate } from './operations/explain-late.ts';
import { openReview } from './operations/open-review.ts';
import { dueReviews, getReview, listReviews, listWeekFollowUps } from './operations/read-reviews.ts';
import { whenReviewConfirmedTellOwners } from './reactions/when-review-confirmed-tell-owners.ts';
import { reviewParticipants } from './store/review-participants.ts';

/** What is looked at together week by week and month by month, and what becomes of it. */
export const reviews: Module = {
  name: 'reviews',
  permissions: ['reviews.read', 'reviews.hold'],
  problems: reviewsProblems,
  messages: { zh: reviewsZh, en: reviewsEn },
  recordKinds: [{ kind: 'review', chapter: 'reviews' }],
  clocks: reviewClocks,
  participants: reviewParticipants,
  reactions: [whenReviewConfirmedTellOwners],
  notices: [{ kind: 'reviews.confirmed', app: true, mail: null }],
  sweeps: [sweepReviews],
  constraints: { reviews_pk: 'already_exists', reviews_period_key: 'already_exists' },
  routes: [
    listReviews,
    dueReviews,
    openReview,
    getReview,
    updateReview,
    noteReview,
    explainLate,
    saveReviewAction,
    dropReviewAction,
    confirmReview,
    listWeekFollowUps,
  ],
};
