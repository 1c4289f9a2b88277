import { z } from 'zod';
import { OutDay, OutId, OutInstant, Unmet, Why } from '../kernel/index.ts';

/** How often a review comes round: the check of a team's week (R30), the lead review of a month or quarter (R44). */
export const Cadence = z.enum(['weekly', 'monthly', 'quarterly']);
export type Cadence = z.infer<typeof Cadence>;

/** What an agenda goes through, in this order; a weekly check has notes on `week` alone. */
export const AgendaPointKey = z.enum([
  'week',
  'conversion',
  'cycle',
  'response',
  'overdue',
  'invalid',
  'lost',
  'actions',
]);
export type AgendaPointKey = z.infer<typeof AgendaPointKey>;

/** Where the records behind a number are listed, and the filter as JSON text that opens exactly these. */
const Drill = z.object({ list: z.enum(['leads', 'opportunities', 'clocks']), filter: z.string() });
export type Drill = z.infer<typeof Drill>;

/** One review as the list shows it. */
export const ReviewLine = z.object({
  id: OutId,
  number: z.string(),
  title: z.string(),
  cadence: Cadence,
  departmentId: OutId,
  departmentName: z.string().nullable(),
  ownerId: OutId,
  ownerName: z.string().nullable(),
  from: OutDay,
  to: OutDay,
  /** The day its minutes are due. */
  heldOn: OutDay,
  state: z.enum(['open', 'confirmed']),
  confirmedAt: OutInstant.nullable(),
  /** Actions that were agreed on, and those of them nobody has done yet. */
  actions: z.int(),
  openActions: z.int(),
});
export type ReviewLine = z.infer<typeof ReviewLine>;

/** What somebody of the team did in the week. */
export const PersonWeek = z.object({
  memberId: OutId,
  name: z.string(),
  /** Effective contacts, attempts, and contacts entered more than 24 hours later. */
  reached: z.int(),
  attempts: z.int(),
  enteredLate: z.int(),
  /** Effective contacts without a next step. */
  withoutStep: z.int(),
  /** Leads this person works on that no time limit and no promise runs on. */
  idle: z.int(),
  idleDrill: Drill,
});
export type PersonWeek = z.infer<typeof PersonWeek>;

/** A time limit of a record that has passed. */
export const LateClock = z.object({
  id: OutId,
  policyKey: z.string(),
  dueAt: OutInstant,
  lateReason: z.string().nullable(),
  lateNote: z.string().nullable(),
  /** Who named the reason; null where it came with an attempt. */
  namedBy: z.string().nullable(),
});

/** A record of the team with time limits that have passed. */
export const LateRecord = z.object({
  recordId: OutId,
  recordKind: z.string(),
  number: z.string(),
  title: z.string(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  /** The earliest of its missed due moments. */
  since: OutInstant,
  clocks: z.array(LateClock),
  /** Every one of its missed limits has a reason. */
  explained: z.boolean(),
});
export type LateRecord = z.infer<typeof LateRecord>;

/** What somebody is to do by a day; once the review is confirmed a task of theirs. */
export const ReviewAction = z.object({
  id: OutId,
  /** The record it is about; null for one of the review as a whole. */
  recordId: OutId.nullable(),
  recordKind: z.string().nullable(),
  recordTitle: z.string().nullable(),
  point: AgendaPointKey.nullable(),
  text: z.string(),
  ownerId: OutId,
  ownerName: z.string().nullable(),
  dueOn: OutDay,
  /** The action of an earlier review it goes on with. */
  carriesId: OutId.nullable(),
  taskId: OutId.nullable(),
  doneAt: OutInstant.nullable(),
});
export type ReviewAction = z.infer<typeof ReviewAction>;

/** An action of the review before, with what became of it. */
export const FormerAction = ReviewAction.extend({
  overdue: z.boolean(),
  /** The action of this review that goes on with it. */
  carriedAs: OutId.nullable(),
});
export type FormerAction = z.infer<typeof FormerAction>;

const Figure = z.object({
  count: z.int(),
  /** What the count is a part of. */
  of: z.int().nullable(),
  /** Percent with one decimal; null below 10 of them. */
  rate: z.number().nullable(),
  /** Median days or minutes; null below 3. */
  median: z.number().nullable(),
});

/** One number of the agenda beside that of the period before. */
export const AgendaRow = z.object({
  key: z.string(),
  /** A name the organisation gave, or a message key. */
  name: z.union([z.string(), Why]),
  now: Figure,
  before: Figure.nullable(),
  /** Weaker or stronger than the whole beyond chance, or slower than it. */
  mark: z.enum(['weak', 'strong', 'slow']).nullable(),
  drill: Drill.nullable(),
});
export type AgendaRow = z.infer<typeof AgendaRow>;

/** One point of the agenda: what the numbers say, in words first. */
export const AgendaPoint = z.object({
  key: AgendaPointKey,
  /** What the numbers suggest, each with its numbers; none where they are too few. */
  findings: z.array(Why),
  rows: z.array(AgendaRow),
});
export type AgendaPoint = z.infer<typeof AgendaPoint>;

export const PointNote = z.object({ point: AgendaPointKey, text: z.string() });

/** A review with everything its page shows; numbers live while it is open, as they stood once it is confirmed. */
export const Review = ReviewLine.omit({ actions: true, openActions: true }).extend({
  participants: z.array(z.object({ id: OutId, name: z.string() })),
  notes: z.array(PointNote),
  /** For a weekly check: what each of the team did. */
  people: z.array(PersonWeek),
  /** For a weekly check: what is overdue now, the oldest first. */
  late: z.array(LateRecord),
  /** True where more than 300 records are overdue; the first 300 are listed. */
  lateCut: z.boolean(),
  lateDrill: Drill.nullable(),
  /** For a monthly or quarterly review. */
  agenda: z.array(AgendaPoint),
  former: z.array(FormerAction),
  formerReview: z.object({ id: OutId, title: z.string() }).nullable(),
  actions: z.array(ReviewAction),
  /** What stands against confirming it, by record; the same as the refusal says. */
  unmet: z.array(Unmet),
  abilities: z.object({ hold: z.boolean() }),
  version: z.int(),
});
export type Review = z.infer<typeof Review>;
