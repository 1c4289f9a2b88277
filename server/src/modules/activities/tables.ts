import type { FollowUpMethod, FollowUpOutcome, QualityReason, Task } from '@dealtrail/protocol/activities';
import { defineTable } from '../../kernel/db/index.ts';

interface FollowUpTable {
  orgId: string;
  id: string;
  recordId: string;
  number: string;
  method: FollowUpMethod;
  outcome: FollowUpOutcome;
  content: string | null;
  feedback: string | null;
  nextStep: string | null;
  nextStepOn: string | null;
  /** HH:MM on the wall of the organisation. */
  nextStepTime: string | null;
  occurredAt: Date;
  enteredAt: Date;
  enteredLate: boolean;
  authorId: string | null;
  /** Somebody away for whom the author did it. */
  behalfOf: string | null;
  /** Owner and department of the record at that time. */
  ownerId: string | null;
  departmentId: string | null;
  stateAfter: string | null;
  lateReason: string | null;
  /** 0–100, what it lost points by, and by which rules; null for one of before there were scores. */
  qualityScore: number | null;
  qualityReasons: QualityReason[] | null;
  qualityVersion: number | null;
}

/** The history of `fromId` is read on `toId` too. */
interface RecordLinkTable {
  orgId: string;
  fromId: string;
  toId: string;
  kind: string;
  at: Date;
}

interface CommentTable {
  orgId: string;
  id: string;
  recordId: string;
  authorId: string;
  text: string;
  at: Date;
}

interface WatchTable {
  orgId: string;
  id: string;
  recordId: string;
  memberId: string;
  since: Date;
}

interface FollowUpTemplateTable {
  orgId: string;
  id: string;
  /** Null: everybody's. */
  ownerId: string | null;
  /** The shipped text it stands for. */
  shippedKey: string | null;
  method: FollowUpMethod;
  name: string;
  content: string;
  feedback: string | null;
  nextStep: string | null;
  active: boolean;
  createdAt: Date;
  version: number;
}

interface TaskTable {
  orgId: string;
  id: string;
  recordId: string | null;
  kind: Task['kind'];
  /** Either free text, or a message key with parameters. */
  title: string | null;
  titleKey: string | null;
  titleParams: Record<string, string | number> | null;
  ownerId: string;
  dueAt: Date | null;
  doneAt: Date | null;
  doneBy: string | null;
  result: string | null;
  cancelledAt: Date | null;
  required: boolean;
  templateKey: string | null;
  stageKey: string | null;
  createdBy: string | null;
  createdAt: Date;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    comments: CommentTable;
    follow_ups: FollowUpTable;
    follow_up_templates: FollowUpTemplateTable;
    record_links: RecordLinkTable;
    tasks: TaskTable;
    watches: WatchTable;
  }
}

export const followUpsTable = defineTable({ name: 'follow_ups', key: ['id'], versioned: false, auditedBy: 'recordId' });
export const commentsTable = defineTable({ name: 'comments', key: ['id'], versioned: false, auditedBy: 'recordId' });
export const watchesTable = defineTable({ name: 'watches', key: ['id'], versioned: false });
export const templatesTable = defineTable({
  name: 'follow_up_templates',
  key: ['id'],
  versioned: true,
  auditedBy: 'orgId',
  unaudited: ['createdAt'],
});
export const recordLinksTable = defineTable({ name: 'record_links', key: ['toId', 'fromId'], versioned: false });
export const tasksTable = defineTable({
  name: 'tasks',
  key: ['id'],
  versioned: true,
  auditedBy: 'recordId',
  unaudited: ['createdAt', 'createdBy', 'titleParams', 'templateKey'],
});
