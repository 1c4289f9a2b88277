import { createTasks } from '../../activities/index.ts';
import { startClocksOn, turnClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { SalesStage } from '../rules/sales-process.ts';

const DAY_MS = 86_400_000;

/**
 * What entering a stage sets going: the stage's tasks once (a stage entered again keeps those `madeBefore`, told by their
 * templates), the clock of the longest stay, and after a step forward a fresh stagnation clock.
 */
export async function enterStage(
  tx: Tx,
  opportunity: Pick<RowOf<'opportunities'>, 'id' | 'ownerId'>,
  stage: SalesStage,
  move: { readonly forward: boolean; readonly opens?: boolean; readonly madeBefore?: readonly string[] },
): Promise<void> {
  const { opens = false, forward, madeBefore = [] } = move;
  const now = tx.time.now();
  const clock = { recordId: opportunity.id, ownerId: opportunity.ownerId };
  const stays =
    stage.maxDays === null
      ? []
      : [{ ...clock, policyKey: 'days_in_stage', moment: new Date(now.getTime() + stage.maxDays * DAY_MS) }];
  const orders = [...stays, ...(forward ? [{ ...clock, policyKey: 'stagnation' }] : [])];
  if (opens) await startClocksOn(tx, orders, { noneOpen: true });
  else await turnClocks(tx, { recordId: opportunity.id, event: 'opportunities.stage_left', at: now }, orders);
  await makeStageTasks(tx, opportunity, stage, madeBefore);
}

async function makeStageTasks(
  tx: Tx,
  opportunity: Pick<RowOf<'opportunities'>, 'id' | 'ownerId'>,
  stage: SalesStage,
  known: readonly string[],
): Promise<void> {
  const { ownerId } = opportunity;
  if (!ownerId) return;
  const wanted = stage.tasks.filter(({ key }) => !known.includes(key));
  await createTasks(
    tx,
    wanted.map((task) => ({
      recordId: opportunity.id,
      kind: 'stage' as const,
      title: task.title,
      ownerId,
      dueAt: new Date(tx.time.now().getTime() + task.dueInDays * DAY_MS),
      required: task.required,
      stageKey: stage.key,
      templateKey: task.key,
    })),
  );
}
