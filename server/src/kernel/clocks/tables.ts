import type { PolicyTerms } from '@dealtrail/protocol/clocks';
import { defineTable } from '../db/index.ts';
import type { CalendarFacts } from './rules/calendar-facts.ts';

/** Terms an organisation gave one of the limits; no row: those that ship. */
interface ClockTermsTable {
  orgId: string;
  policyKey: string;
  terms: PolicyTerms;
  version: number;
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

declare module '../db/tables.ts' {
  interface Tables {
    clock_terms: ClockTermsTable;
    clock_replans: ClockReplanTable;
  }
}

export const clockTermsTable = defineTable({
  name: 'clock_terms',
  key: ['policyKey'],
  versioned: true,
  auditedBy: 'orgId',
});
export const clockReplansTable = defineTable({ name: 'clock_replans', key: ['id'], versioned: false });
