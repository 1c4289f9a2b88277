import { sql } from 'kysely';
import { createTasks } from '../../activities/index.ts';
import { startClockOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { SalesStage } from '../rules/sales-process.ts';

const DAY_MS = 86_400_000;

/**
 * What entering a stage sets going: the stage's tasks once (a stage entered again keeps its old ones), the clock of the
 * longest stay, and after a step forward a fresh stagnation clock.
 */
export async function enterStage(
  tx: Tx,
  opportunity: RowOf<'opportunities'>,
  stage: SalesStage,
  move: { forward: boolean },
): Promise<void> {
  await stopClocks(tx, { recordId: opportunity.id, event: 'opportunities.stage_left', at: tx.time.now() });
  await makeStageTasks(tx, opportunity, stage);
  const clock = { recordId: opportunity.id, ownerId: opportunity.ownerId };
  if (stage.maxDays !== null) {
    await startClockOn(tx, {
      ...clock,
      policyKey: 'days_in_stage',
      moment: new Date(tx.time.now().getTime() + stage.maxDays * DAY_MS),
    });
  }
  if (move.forward) await startClockOn(tx, { ...clock, policyKey: 'stagnation' });
}

async function makeStageTasks(tx: Tx, opportunity: RowOf<'opportunities'>, stage: SalesStage): Promise<void> {
  const { ownerId } = opportunity;
  if (!ownerId) return;
  const kept = await tx.many(sql<{ templateKey: string }>`
    select template_key from seen.tasks where org_id = ${tx.orgId}::uuid and record_id = ${opportunity.id}::uuid and stage_key = ${stage.key} and template_key is not null`);
  const wanted = stage.tasks.filter((task) => !kept.some(({ templateKey }) => templateKey === task.key));
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
