import type { WorkItem } from '@dealtrail/protocol/insights';

/** What asks for the work: a time limit, a task, or both. */
export interface Asks {
  readonly policyKey: string | null;
  readonly hasTask: boolean;
  /** Kind of the record, where the reader sees it. */
  readonly recordKind: string | null;
}

const wantsContact = new Set(['first_touch', 'next_step', 'call_back', 'stagnation']);
const takesFollowUps = new Set(['lead', 'opportunity']);

/** The one act that settles a line: what its time limit waits for, else ticking off its task, else looking at the record. */
export function actOf({ policyKey, hasTask, recordKind }: Asks): WorkItem['act'] {
  if (policyKey === 'complete_lead' && recordKind === 'lead') return 'complete_lead';
  if (policyKey === 'assign_high' && recordKind === 'lead') return 'assign';
  if (policyKey !== null && wantsContact.has(policyKey) && recordKind !== null && takesFollowUps.has(recordKind))
    return 'follow_up';
  return hasTask ? 'complete_task' : 'open';
}
