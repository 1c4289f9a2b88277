import type { Task } from '@dealtrail/protocol/activities';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { startClockOn } from '../../../kernel/clocks/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { tasksTable } from '../tables.ts';

/** A task to be made: free words, or a message key where the product makes it. */
export interface NewTask {
  readonly id?: string;
  readonly recordId: string | null;
  readonly kind: Task['kind'];
  readonly title: string | Why;
  readonly ownerId: string;
  readonly dueAt?: Date | null;
  readonly required?: boolean;
  readonly stageKey?: string | null;
  /** Which task of a template it was made from, so that it is made once. */
  readonly templateKey?: string | null;
}

/** Makes tasks in one statement; returns their ids in order. */
export async function createTasks(tx: Tx, tasks: readonly NewTask[]): Promise<string[]> {
  const now = tx.time.now();
  const rows = tasks.map((task) => ({
    id: task.id ?? tx.time.newId(),
    recordId: task.recordId,
    kind: task.kind,
    title: typeof task.title === 'string' ? task.title : null,
    titleKey: typeof task.title === 'string' ? null : task.title.key,
    titleParams: typeof task.title === 'string' ? null : task.title.params,
    ownerId: task.ownerId,
    dueAt: task.dueAt ?? null,
    doneAt: null,
    doneBy: null,
    result: null,
    cancelledAt: null,
    required: task.required ?? false,
    templateKey: task.templateKey ?? null,
    stageKey: task.stageKey ?? null,
    createdBy: tx.origin.actorId,
    createdAt: now,
    version: 1,
  }));
  await tx.insert(tasksTable, rows);
  return rows.map(({ id }) => id);
}

const listed = (ids: string | readonly string[]): string[] => (typeof ids === 'string' ? [ids] : [...ids]);

/** Open tasks of these records, of the given kinds or of all, by id and so in lock order. */
async function openTasksOf(
  tx: Tx,
  recordIds: string | readonly string[],
  kinds?: readonly Task['kind'][],
): Promise<RowOf<'tasks'>[]> {
  const wanted = kinds === undefined ? sql`true` : sql`kind = any(${[...kinds]}::text[])`;
  return tx.many(sql<RowOf<'tasks'>>`
    select * from seen.tasks
    where org_id = ${tx.orgId}::uuid and record_id = any(${listed(recordIds)}::uuid[]) and done_at is null and cancelled_at is null and ${wanted}
    order by id`);
}

/** Saves the same fields of tasks that were read. */
async function saveAll(tx: Tx, tasks: readonly RowOf<'tasks'>[], patch: Partial<RowOf<'tasks'>>): Promise<void> {
  await tx.updateMany(
    tasksTable,
    tasks.map((before) => ({ before, patch })),
  );
}

/** Marks a task as done by whoever acts. */
export async function finishTask(tx: Tx, task: RowOf<'tasks'>, result: string | null = null): Promise<void> {
  await saveAll(tx, [task], { doneAt: tx.time.now(), doneBy: tx.origin.actorId, result });
}

/** Marks the open tasks of these kinds on a record as done: what they asked for has happened. */
export async function completeTasksOf(tx: Tx, recordId: string, kinds: readonly Task['kind'][]): Promise<number> {
  const open = await openTasksOf(tx, recordId, kinds);
  await saveAll(tx, open, { doneAt: tx.time.now(), doneBy: tx.origin.actorId, result: null });
  return open.length;
}

/** Takes open tasks off records, of the given kinds or all, because nobody needs them any more. */
export async function cancelOpenTasks(
  tx: Tx,
  recordIds: string | readonly string[],
  kinds?: readonly Task['kind'][],
): Promise<void> {
  await saveAll(tx, await openTasksOf(tx, recordIds, kinds), { cancelledAt: tx.time.now() });
}

/** Hands the open tasks of records to another person. */
export async function handOverTasks(tx: Tx, recordIds: string | readonly string[], ownerId: string): Promise<void> {
  await saveAll(tx, await openTasksOf(tx, recordIds), { ownerId });
}

/** Tasks that mean the same on the record another becomes; the others belong to the first one alone. */
const carriedKinds: readonly Task['kind'][] = ['next_step', 'call_back', 'own'];

/**
 * Moves the open tasks of a record to the one it became, with the clock of the promised next step; returns how many.
 * The clocks left behind are the caller's to end.
 */
export async function moveOpenTasks(tx: Tx, fromId: string, toId: string): Promise<number> {
  const open = await openTasksOf(tx, fromId, carriedKinds);
  for (const task of open) {
    await tx.update(tasksTable, task, { recordId: toId });
    if (task.kind !== 'next_step' || task.dueAt === null) continue;
    await startClockOn(tx, { policyKey: 'next_step', recordId: toId, ownerId: task.ownerId, moment: task.dueAt });
  }
  return open.length;
}

/** Gives open tasks another owner and day; what is done or cancelled meanwhile stays as it is. Returns the ids it found open. */
export async function replanTasks(
  tx: Tx,
  plans: ReadonlyMap<string, { readonly title: string; readonly ownerId: string; readonly dueAt: Date }>,
): Promise<string[]> {
  const open = await tx.many(sql<RowOf<'tasks'>>`
    select * from seen.tasks
    where org_id = ${tx.orgId}::uuid and id = any(${[...plans.keys()]}::uuid[]) and done_at is null and cancelled_at is null
    order by id`);
  await tx.updateMany(
    tasksTable,
    open.flatMap((before) => {
      const plan = plans.get(before.id);
      return plan ? [{ before, patch: { ...plan } }] : [];
    }),
  );
  return open.map(({ id }) => id);
}
