import type { WorkWeek } from '@dealtrail/protocol/calendar';
import { defineTable } from '../db/index.ts';

/** Working hours and weekdays of an organisation; no row: those that ship. */
interface WorkWeekTable {
  orgId: string;
  hours: WorkWeek['hours'];
  weekdays: number[];
  version: number;
}

declare module '../db/tables.ts' {
  interface Tables {
    work_weeks: WorkWeekTable;
  }
}

export const workWeeksTable = defineTable({ name: 'work_weeks', key: [], versioned: true, auditedBy: 'orgId' });
export const calendarDaysTable = defineTable({
  name: 'calendar_days',
  key: ['day'],
  versioned: false,
  auditedBy: 'orgId',
});
