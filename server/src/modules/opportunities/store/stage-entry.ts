import { sql } from 'kysely';
import { createTasks } from '../../activities/index.ts';
import { startClocksOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { SalesStage } from '../rules/sales-process.ts';

const DAY_MS = 86_400_000;

/**
 * What entering a stage sets going: the stage's tasks once (a stage entered again keeps its old ones), the clock of the
 * longest stay, and after a step forward a fresh stagnation clock.
 */
export async function enterStage(
  tx: Tx,
  opportunity: Pick<RowOf<'opportunities'>, 'id' | 'ownerId'>,
  stage: SalesStage,
  move: { readonly forward: boolean; readonly opens?: boolean },
): Promise<void> {
  const { opens = false, forward } = move;
  const now = tx.time.now();
  if (!opens) await stopClocks(tx, { recordId: opportunity.id, event: 'opportunities.stage_left', at: now });
  const clock = { recordId: opportunity.id, ownerId: opportunity.ownerId };
  const stays =
    stage.maxDays === null
      ? []
      : [{ ...clock, policyKey: 'days_in_stage', moment: new Date(now.getTime() + stage.maxDays * DAY_MS) }];
  await startClocksOn(tx, [...stays, ...(forward ? [{ ...clock, policyKey: 'stagnation' }] : [])], { noneOpen: opens });
  const known = opens ? [] : await tasksMade(tx, opportunity.id, stage);
  await makeStageTasks(tx, opportunity, stage, known);
}

/** Which of the stage's tasks were made when it was entered before. */
async function tasksMade(tx: Tx, opportunityId: string, stage: SalesStage): Promise<string[]> {
  const made = await tx.many(sql<{ templateKey: string }>`
    select template_key from seen.tasks where org_id = ${tx.orgId}::uuid and record_id = ${opportunityId}::uuid and stage_key = ${stage.key} and template_key is not null`);
  return made.map(({ templateKey }) => templateKey);
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
