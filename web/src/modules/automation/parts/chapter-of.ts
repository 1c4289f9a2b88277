import type { AutomationKind } from '@dealtrail/protocol/automation';

/** Where the pages of a kind of record are. */
export const chapterOf: Readonly<Record<AutomationKind, string>> = {
  lead: 'leads',
  opportunity: 'opportunities',
  customer: 'customers',
};
