import type { Level } from '@dealtrail/protocol/leads';
import { type ClockOrder, startClocksOn } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { createTasks } from '../../activities/index.ts';
import { firstTouchVariant } from './judge-lead.ts';

/** A lead that somebody has just been given. */
export interface StartedLead {
  readonly id: string;
  readonly title: string;
  readonly ownerId: string;
  readonly intent: Level;
  readonly priority: Level;
  /** False: it must be completed within two working hours; left out where that clock runs already. */
  readonly complete?: boolean;
  /** True where the rules found nobody and an administrator holds it for now. */
  readonly fallback?: boolean;
  /** True where marketing passed it on: sales accepts it or returns it. */
  readonly passedOn?: boolean;
}

function ordersFor({ id, ownerId, intent, priority, complete, fallback, passedOn }: StartedLead): ClockOrder[] {
  const clock = { recordId: id, ownerId };
  return [
    { ...clock, policyKey: 'first_touch', variant: firstTouchVariant({ intent, priority }) },
    ...(complete === false ? [{ ...clock, policyKey: 'complete_lead' }] : []),
    ...(passedOn ? [{ ...clock, policyKey: 'acceptance' }] : []),
    ...(fallback && priority === 'high' ? [{ ...clock, policyKey: 'assign_high' }] : []),
  ];
}

/**
 * Starts what an assignment sets going (R10, R18): the clocks of the lead and its first-touch task, due when the clock
 * is; new leads have no clock open before. Returns the due moment of the first touch by lead.
 */
export async function startLeads(
  tx: Tx,
  leads: readonly StartedLead[],
  clocksBefore: { readonly noneOpen: boolean } = { noneOpen: false },
): Promise<Map<string, Date>> {
  const clocks = await startClocksOn(tx, leads.flatMap(ordersFor), clocksBefore);
  const due = new Map(
    clocks.filter(({ policyKey }) => policyKey === 'first_touch').map(({ recordId, dueAt }) => [recordId, dueAt]),
  );
  await createTasks(
    tx,
    leads.map(({ id, title, ownerId }) => ({
      recordId: id,
      kind: 'first_touch' as const,
      title: { key: 'leads.task.first_touch', params: { title } },
      ownerId,
      dueAt: due.get(id) ?? null,
    })),
  );
  return due;
}
