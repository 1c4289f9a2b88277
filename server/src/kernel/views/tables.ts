import type { ViewShape, ViewSharing } from '@dealtrail/protocol/views';
import { defineTable } from '../db/index.ts';

interface ViewTable {
  orgId: string;
  id: string;
  /** Which list, such as leads.list. */
  list: string;
  name: string;
  ownerId: string;
  sharing: ViewSharing;
  departmentIds: string[];
  shape: ViewShape;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** How one member has put the views of a list in order. */
interface ViewArrangementTable {
  orgId: string;
  memberId: string;
  list: string;
  viewOrder: string[];
  hidden: string[];
  defaultId: string | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    views: ViewTable;
    view_arrangements: ViewArrangementTable;
  }
}

export const viewsTable = defineTable({ name: 'views', key: ['id'], versioned: true });
export const viewArrangementsTable = defineTable({
  name: 'view_arrangements',
  key: ['memberId', 'list'],
  versioned: false,
});
