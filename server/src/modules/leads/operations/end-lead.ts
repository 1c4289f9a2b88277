import { invalidateLead } from '@dealtrail/protocol/leads';
import { endClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { cancelOpenTasks } from '../../activities/index.ts';
import { LEAD_ENDED, leadClocks } from '../clocks.ts';
import type { LeadPatch } from '../store/lead-store.ts';

const InvalidReason = invalidateLead.body?.shape.reason;

/** Why a lead is invalid, from words in a follow-up: a listed reason, else 不是买家 with the words kept. */
export function invalidReasonOf(words: string): LeadPatch {
  const listed = InvalidReason?.safeParse(words.trim());
  return listed?.success ? { invalidReason: listed.data } : { invalidReason: 'not_a_buyer', invalidNote: words };
}

/** Takes everything off leads that nobody follows any more: clocks, tasks, and the reminders of a pause. */
export async function endLeads(tx: Tx, leadIds: readonly string[]): Promise<void> {
  await endClocks(tx, leadIds, [...leadClocks.map(({ key }) => key), 'next_step'], LEAD_ENDED);
  await cancelOpenTasks(tx, leadIds);
}
