import type { Generated } from 'kysely';
import { defineTable } from './tables.ts';

type Nullable<T> = T | null;

interface OrganizationTable {
  id: string;
  name: string;
  zone: string;
  currency: string;
  /** Language of mails to members who chose none. */
  locale: Generated<'zh' | 'en'>;
  secondStepFor: Generated<'nobody' | 'administrators' | 'everybody'>;
  accessEpoch: number;
  /** Permissions its roles were brought up to. */
  knownPermissions: string[];
  createdAt: Date;
  version: number;
}

/** Head of every business object: what lists, search, rights, files, clocks and history share. */
interface RecordTable {
  orgId: string;
  id: string;
  kind: string;
  number: string;
  title: string;
  ownerId: Nullable<string>;
  departmentId: Nullable<string>;
  /** The words it is found by, as PostgreSQL writes a tsvector. */
  tok: string;
  createdBy: Nullable<string>;
  createdAt: Date;
  deletedAt: Nullable<Date>;
  mergedInto: Nullable<string>;
  /** When everything but its kind and number was removed for good. */
  purgedAt: Nullable<Date>;
  version: number;
}

interface ShareTable {
  orgId: string;
  recordId: string;
  memberId: string;
  /** Looking at it, or working on it too. */
  level: 'read' | 'write';
  /** Left out: until somebody ends it. */
  endsAt: Nullable<Date>;
  note: Nullable<string>;
  grantedBy: Nullable<string>;
  grantedAt: Date;
}

interface MatchKeyTable {
  orgId: string;
  keyKind: string;
  key: string;
  recordId: string;
}

interface ContactPointTable {
  orgId: string;
  recordId: string;
  kind: string;
  normalized: string;
  reversed: string;
}

interface NumberTable {
  orgId: string;
  kind: string;
  day: string;
  next: number;
}

interface EventTable {
  orgId: string;
  id: string;
  type: string;
  at: Date;
  actorId: Nullable<string>;
  cause: { operation: string; requestId: string; rule?: string };
  recordId: string;
  recordVersion: Nullable<number>;
  data: Record<string, unknown>;
  text: Nullable<{ key: string; params: Record<string, string | number> }>;
  relayedAt: Nullable<Date>;
  /** Place in the organisation's order; given when it is relayed. */
  seq: Nullable<number>;
}

interface ClockTable {
  orgId: string;
  id: string;
  recordId: string;
  policyKey: string;
  variant: Nullable<string>;
  ownerId: Nullable<string>;
  state: 'running' | 'paused' | 'met' | 'breached' | 'cancelled';
  startedAt: Date;
  dueAt: Date;
  warnAt: Date;
  escalations: unknown[];
  doneSteps: string[];
  nextStepAt: Nullable<Date>;
  pausedAt: Nullable<Date>;
  pausedUntil: Nullable<Date>;
  /** What it started with: unit and amount of its limit, share of it after which the owner is warned. */
  allowance: { unit: string; amount: number; warnAtPercent: number };
  /** The due moment that held first, once it was moved, and how often it was. */
  firstDueAt: Nullable<Date>;
  moves: number;
  /** Why it was moved the last time. */
  moveReason: Nullable<string>;
  moveNote: Nullable<string>;
  missedDueAt: Nullable<Date>;
  stoppedAt: Nullable<Date>;
  lateMs: Nullable<number>;
  lateReason: Nullable<string>;
  lateNote: Nullable<string>;
  /** How often somebody put it off. */
  pauses: number;
  /** Why it was put off last; it means something while the clock is paused. */
  pauseReason: Nullable<string>;
  pauseNote: Nullable<string>;
  escalatedTo: Nullable<string>;
  why: { key: string; params: Record<string, string | number> };
  version: number;
}

interface CalendarDayTable {
  orgId: string;
  day: string;
  kind: 'work' | 'rest';
  name: Nullable<string>;
}

interface NotificationTable {
  orgId: string;
  id: string;
  memberId: string;
  eventId: string;
  kind: string;
  recordId: Nullable<string>;
  recordKind: Nullable<string>;
  text: { key: string; params: Record<string, string | number> };
  at: Date;
  readAt: Nullable<Date>;
  mail: string;
  /** False where the member keeps it out of the bell. */
  shown: boolean;
}

interface MailTable {
  orgId: string;
  id: string;
  notificationId: Nullable<string>;
  recipient: string;
  kind: string;
  locale: string;
  params: Record<string, string | number>;
  state: 'waiting' | 'sent' | 'failed' | 'not_configured' | 'gathered' | 'withdrawn';
  /** Waits for the end of the recipient's quiet hours. */
  held: Generated<boolean>;
  /** The digest it went out in. */
  digestId: Generated<Nullable<string>>;
  attempts: number;
  nextTryAt: Nullable<Date>;
  problem: Nullable<string>;
  createdAt: Date;
  sentAt: Nullable<Date>;
}

interface AttachmentTable {
  orgId: string;
  id: string;
  recordId: string;
  followUpId: Nullable<string>;
  name: string;
  /** What it was called before the naming rule named it. */
  originalName: Nullable<string>;
  sha256: string;
  bytes: number;
  contentType: string;
  addedBy: Nullable<string>;
  addedAt: Date;
}

interface RevealTable {
  orgId: string;
  id: string;
  recordId: string;
  memberId: string;
  onDay: string;
  at: Date;
  purpose: 'call' | 'copy' | 'export';
  reason: Nullable<string>;
}

declare module './tables.ts' {
  interface Tables {
    organizations: OrganizationTable;
    records: RecordTable;
    shares: ShareTable;
    match_keys: MatchKeyTable;
    contact_points: ContactPointTable;
    numbers: NumberTable;
    events: EventTable;
    clocks: ClockTable;
    calendar_days: CalendarDayTable;
    notifications: NotificationTable;
    mails: MailTable;
    attachments: AttachmentTable;
    reveals: RevealTable;
  }
}

/** The organisation's own row. */
export const organizationsTable = defineTable({
  name: 'organizations',
  tenant: 'id',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['accessEpoch', 'knownPermissions'],
});
export const recordsTable = defineTable({
  name: 'records',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  unaudited: ['tok', 'createdAt', 'createdBy', 'kind', 'number'],
});
export const sharesTable = defineTable({
  name: 'shares',
  key: ['memberId', 'recordId'],
  versioned: false,
  auditedBy: 'recordId',
});
export const matchKeysTable = defineTable({
  name: 'match_keys',
  key: ['keyKind', 'key', 'recordId'],
  versioned: false,
});
export const contactPointsTable = defineTable({
  name: 'contact_points',
  key: ['recordId', 'kind', 'normalized'],
  versioned: false,
});
export const clocksTable = defineTable({
  name: 'clocks',
  key: ['id'],
  versioned: true,
  auditedBy: 'recordId',
  unaudited: ['nextStepAt', 'doneSteps', 'allowance', 'why', 'escalations'],
});
export const mailsTable = defineTable({ name: 'mails', key: ['id'], versioned: false });
export const attachmentsTable = defineTable({
  name: 'attachments',
  key: ['id'],
  versioned: false,
  auditedBy: 'recordId',
});
export const revealsTable = defineTable({ name: 'reveals', key: ['id'], versioned: false, auditedBy: 'recordId' });
