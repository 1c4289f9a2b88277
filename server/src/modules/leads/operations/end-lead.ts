import { invalidateLead } from '@dealtrail/protocol/leads';
import type { Tx } from '../../../kernel/db/index.ts';
import { cancelOpenTasks } from '../../activities/index.ts';
import { LEAD_ENDED, leadClocks } from '../clocks.ts';
import { endClocks } from '../intake/end-clocks.ts';
import type { LeadPatch } from '../store/lead-store.ts';

const InvalidReason = invalidateLead.body?.shape.reason;

/** Why a lead is invalid, from words in a follow-up: a listed reason, else 不是买家 with the words kept. */
export function invalidReasonOf(words: string): LeadPatch {
  const listed = InvalidReason?.safeParse(words.trim());
  return listed?.success ? { invalidReason: listed.data } : { invalidReason: 'not_a_buyer', invalidNote: words };
}

/** Takes everything off a lead that nobody follows any more: clocks, tasks, and the reminders of a pause. */
export async function endLead(tx: Tx, leadId: string): Promise<void> {
  const keys = [...leadClocks.map(({ key }) => key), 'next_step'];
  await endClocks(tx, leadId, keys, LEAD_ENDED);
  await cancelOpenTasks(tx, leadId);
}
