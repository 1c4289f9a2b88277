import type { PolicyTerms, ReasonKind } from '@dealtrail/protocol/clocks';
import { defineTable } from '../db/index.ts';
import type { KeptReason } from './reasons/reason-list.ts';
import type { CalendarFacts } from './rules/calendar-facts.ts';

/** Terms an organisation gave one of the limits; no row: those that ship. */
interface ClockTermsTable {
  orgId: string;
  policyKey: string;
  terms: PolicyTerms;
  version: number;
}

/** Terms of a limit that held from a moment on; null: those that ship. */
interface ClockTermVersionTable {
  orgId: string;
  id: string;
  policyKey: string;
  terms: PolicyTerms | null;
  reachedOpen: boolean;
  savedBy: string | null;
  savedAt: Date;
}

/** Open clocks to be counted anew; no policy: all of them, under a new calendar. */
interface ClockReplanTable {
  orgId: string;
  id: string;
  policyKey: string | null;
  was: CalendarFacts;
  afterId: string | null;
  changed: number;
  orderedBy: string | null;
  orderedAt: Date;
  dueAt: Date | null;
}

/** Reasons of a kind as an organisation set them, in their order; no row: those that ship. */
interface ClockReasonsTable {
  orgId: string;
  kind: ReasonKind;
  reasons: readonly KeptReason[];
  version: number;
}

/** A wish for more time than somebody may take themselves, and what was decided on it. */
interface ClockAskTable {
  orgId: string;
  id: string;
  clockId: string;
  askedBy: string;
  askedAt: Date;
  wantedAt: Date;
  reason: string;
  note: string | null;
  state: 'open' | 'granted' | 'refused';
  decidedBy: string | null;
  decidedAt: Date | null;
  decidedNote: string | null;
  version: number;
}

declare module '../db/tables.ts' {
  interface Tables {
    clock_asks: ClockAskTable;
    clock_terms: ClockTermsTable;
    clock_term_versions: ClockTermVersionTable;
    clock_replans: ClockReplanTable;
    clock_reasons: ClockReasonsTable;
  }
}

export const clockAsksTable = defineTable({ name: 'clock_asks', key: ['id'], versioned: true });
export const clockTermsTable = defineTable({
  name: 'clock_terms',
  key: ['policyKey'],
  versioned: true,
  auditedBy: 'orgId',
});
export const clockTermVersionsTable = defineTable({ name: 'clock_term_versions', key: ['id'], versioned: false });
export const clockReplansTable = defineTable({ name: 'clock_replans', key: ['id'], versioned: false });
export const clockReasonsTable = defineTable({
  name: 'clock_reasons',
  key: ['kind'],
  versioned: true,
  auditedBy: 'orgId',
});
