import { defineTable } from '../db/index.ts';
import type { Switches } from './rules/wanted.ts';

interface NotificationPreferencesTable {
  orgId: string;
  memberId: string;
  switches: Switches;
  quiet: boolean;
  /** Times of day hh:mm in the organisation's zone. */
  quietFrom: string;
  quietTo: string;
  version: number;
}

interface UrgentNoticeTable {
  orgId: string;
  kind: string;
}

declare module '../db/tables.ts' {
  interface Tables {
    notification_preferences: NotificationPreferencesTable;
    urgent_notices: UrgentNoticeTable;
  }
}

export const preferencesTable = defineTable({
  name: 'notification_preferences',
  key: ['memberId'],
  versioned: true,
  auditedBy: 'memberId',
});
export const urgentNoticesTable = defineTable({
  name: 'urgent_notices',
  key: ['kind'],
  versioned: false,
  auditedBy: 'orgId',
});
