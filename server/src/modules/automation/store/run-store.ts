import type { AutomationRun, RunOutcome } from '@dealtrail/protocol/automation';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { NewRow, Tx } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import { automationRunsTable } from '../tables.ts';

/** Issue 4, point 11: the log is kept for 90 days. */
const KEPT_MS = 90 * 86_400_000;
const HOUR_MS = 3_600_000;

/** Notes what became of records; what was done stands in the audit of its record too. */
export async function insertRuns(tx: Tx, runs: readonly Omit<NewRow<'automation_runs'>, 'at'>[]): Promise<void> {
  const at = tx.time.now();
  const rows = runs.map((run) => ({ ...run, at }));
  const done = rows.filter(({ outcome }) => outcome !== 'passed');
  const passed = rows.filter(({ outcome }) => outcome === 'passed');
  if (done.length > 0) await tx.insert(automationRunsTable, done);
  if (passed.length > 0) tx.insertUnaudited(automationRunsTable, passed);
}

/** How often an automation acted within the last hour; no more than `most` are counted. */
export async function actsWithinHour(tx: Tx, automationId: string, most: number): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from seen.automation_runs r where r.org_id = ${tx.orgId}::uuid and r.automation_id = ${automationId}::uuid
        and r.at > ${new Date(tx.time.now().getTime() - HOUR_MS)} and r.outcome <> 'passed' limit ${most}
    ) acts`);
  return count;
}

type RunLine = Omit<AutomationRun, 'at'> & { readonly at: Date };

/** Which lines of the log are asked for. */
export interface RunChoice {
  readonly automationId?: string | undefined;
  readonly recordId?: string | undefined;
  readonly outcome?: RunOutcome | undefined;
  /** Id of the last line of the page before. */
  readonly cursor?: string | undefined;
}

/** Query for lines of the log, the newest first; a record is named only to who may see it. */
export function runsQuery(actor: Actor, registry: Registry, choice: RunChoice, limit: number) {
  const { automationId, recordId, outcome, cursor } = choice;
  const asked = [
    sql`u.org_id = ${actor.orgId}::uuid`,
    ...(automationId === undefined ? [] : [sql`u.automation_id = ${automationId}::uuid`]),
    ...(recordId === undefined ? [] : [sql`u.record_id = ${recordId}::uuid`]),
    ...(outcome === undefined ? [] : [sql`u.outcome = ${outcome}`]),
    ...(cursor === undefined ? [] : [sql`u.id < ${cursor}::uuid`]),
  ];
  return sql<RunLine>`
    select u.id, u.at, u.automation_id, a.name as automation_name, u.automation_version, u.record_id, u.record_kind,
      r.number as record_number, r.title as record_title, u.event, u.outcome, u.why, u.unmet, u.did
    from seen.automation_runs u
    join seen.automations a on a.org_id = ${actor.orgId}::uuid and a.id = u.automation_id
    left join seen.records r on r.org_id = ${actor.orgId}::uuid and r.id = u.record_id and ${visibleHead(actor, registry, 'r')}
    where ${sql.join(asked, sql` and `)} order by u.id desc limit ${limit}`;
}

/** Removes lines whose time is over, at most `most`; returns how many. */
export async function removeExpired(tx: Tx, most: number): Promise<number> {
  const removed = await tx.run({
    name: 'automation_runs_expire',
    text: `delete from app.automation_runs where org_id = $1 and id in (
      select id from app.automation_runs where org_id = $1 and at < $2 order by at limit $3)`,
    values: [tx.orgId, new Date(tx.time.now().getTime() - KEPT_MS), most],
  });
  return removed.rowCount ?? 0;
}
