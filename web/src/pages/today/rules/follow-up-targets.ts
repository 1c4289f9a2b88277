import type { WorkItem } from '@dealtrail/protocol/insights';

/** A record a follow-up can be written on. */
export interface FollowUpLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  /** Customer and person, or number and owner. */
  readonly notes: readonly string[];
}

/** The records the day is about, each once, in the order of their most urgent line. */
export function followUpTargets(items: readonly WorkItem[]): readonly FollowUpLine[] {
  const lines = new Map<string, FollowUpLine>();
  for (const { recordId, recordKind, recordTitle, customerName, contactName } of items) {
    if (!recordId || !recordKind || lines.has(recordId)) continue;
    const notes = [customerName, contactName].filter((name) => name !== null);
    lines.set(recordId, { id: recordId, kind: recordKind, title: recordTitle ?? '', notes });
  }
  return [...lines.values()];
}
