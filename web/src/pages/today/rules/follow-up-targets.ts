import type { WorkItem } from '@dealtrail/protocol/insights';

/** A record a follow-up can be written on. */
export interface FollowUpLine {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly note: string;
}

/** The records the day is about, each once, in the order of their most urgent line. */
export function followUpTargets(items: readonly WorkItem[]): readonly FollowUpLine[] {
  const lines = new Map<string, FollowUpLine>();
  for (const { recordId, recordKind, recordTitle, customerName, contactName } of items) {
    if (!recordId || !recordKind || lines.has(recordId)) continue;
    const note = [customerName, contactName].filter(Boolean).join('，');
    lines.set(recordId, { id: recordId, kind: recordKind, title: recordTitle ?? '', note });
  }
  return [...lines.values()];
}
