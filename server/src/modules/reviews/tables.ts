import type { AgendaPointKey, Cadence, Review } from '@dealtrail/protocol/reviews';
import { defineTable } from '../../kernel/db/index.ts';

/** What a confirmed review keeps of its numbers. */
export type Snapshot = Pick<Review, 'people' | 'late' | 'lateCut' | 'lateDrill' | 'agenda' | 'former' | 'formerReview'>;

interface ReviewTable {
  orgId: string;
  id: string;
  cadence: Cadence;
  ownerId: string;
  departmentId: string;
  fromOn: string;
  toOn: string;
  /** The day its minutes are due. */
  heldOn: string;
  state: 'open' | 'confirmed';
  participantIds: string[];
  notes: Partial<Record<AgendaPointKey, string>>;
  snapshot: Snapshot | null;
  confirmedAt: Date | null;
  confirmedBy: string | null;
  createdAt: Date;
  version: number;
}

interface ReviewActionTable {
  orgId: string;
  id: string;
  reviewId: string;
  recordId: string | null;
  point: AgendaPointKey | null;
  action: string;
  ownerId: string;
  dueOn: string;
  /** The action of an earlier review it goes on with. */
  carriesId: string | null;
  taskId: string | null;
  createdBy: string | null;
  createdAt: Date;
  version: number;
}

/** When the calendar is looked at the next time. */
interface ReviewRhythmTable {
  orgId: string;
  nextAt: Date;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    reviews: ReviewTable;
    review_actions: ReviewActionTable;
    review_rhythms: ReviewRhythmTable;
  }
}

export const reviewsTable = defineTable({
  name: 'reviews',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['snapshot', 'createdAt'],
});
export const reviewActionsTable = defineTable({
  name: 'review_actions',
  key: ['id'],
  versioned: true,
  auditedBy: 'reviewId',
  unaudited: ['createdAt', 'createdBy'],
});
