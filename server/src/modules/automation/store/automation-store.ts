import type { Automation } from '@dealtrail/protocol/automation';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { automationsTable, automationSwitchesTable } from '../tables.ts';

/** An automation as it is kept. */
export type AutomationRow = RowOf<'automations'>;

const WEEK_MS = 7 * 86_400_000;

/** True while nobody switched all automations of the organisation off. */
const running = (orgId: string) => sql<boolean>`
  not exists (select 1 from seen.automation_switches s where s.org_id = ${orgId}::uuid and not s.running)`;

/** Query for whether automations run at all. */
export function runningQuery(orgId: string) {
  return sql<{ running: boolean }>`select ${running(orgId)} as running`;
}

/** Query for the types of events that set any automation going now. */
export function wantedEventsQuery(orgId: string) {
  return sql<{ event: string }>`
    select distinct a.event from seen.automations a
    where a.org_id = ${orgId}::uuid and a.active and a.event is not null and ${running(orgId)}`;
}

/** Query for the automations an event of that type sets going, the oldest first. */
export function automationsOnQuery(orgId: string, event: string) {
  return sql<AutomationRow>`
    select a.* from seen.automations a
    where a.org_id = ${orgId}::uuid and a.active and a.event = ${event} and ${running(orgId)} order by a.created_at, a.id`;
}

interface CountedAutomation extends AutomationRow {
  readonly createdByName: string | null;
  readonly lastAt: Date | null;
  readonly acted: number;
  readonly refused: number;
}

/** Query for automations with what each did within a week; one of them, or all, the newest first. */
export function automationsQuery(orgId: string, now: Date, id?: string) {
  const since = new Date(now.getTime() - WEEK_MS);
  return sql<CountedAutomation>`
    select a.*, m.name as created_by_name,
      (select max(r.at) from seen.automation_runs r
        where r.org_id = ${orgId}::uuid and r.automation_id = a.id and r.outcome <> 'passed') as last_at,
      coalesce(d.acted, 0)::int as acted, coalesce(d.refused, 0)::int as refused
    from seen.automations a
    left join seen.members m on m.org_id = ${orgId}::uuid and m.id = a.created_by
    left join lateral (
      select count(*) filter (where r.outcome = 'acted') as acted, count(*) filter (where r.outcome = 'refused') as refused
      from seen.automation_runs r
      where r.org_id = ${orgId}::uuid and r.automation_id = a.id and r.outcome <> 'passed' and r.at > ${since}
    ) d on true
    where a.org_id = ${orgId}::uuid and a.removed_at is null and ${id === undefined ? sql`true` : sql`a.id = ${id}::uuid`}
    order by a.created_at desc, a.id`;
}

/** An automation as administrators see it. */
export function presentAutomation(row: CountedAutomation): Automation {
  const { id, name, kind, trigger, conditions, actions, perHour, active, stoppedWhy, version, acted, refused } = row;
  return {
    id,
    name,
    kind,
    trigger,
    conditions,
    actions,
    perHour,
    active,
    stoppedWhy,
    nextAt: row.nextAt?.toISOString() ?? null,
    createdById: row.createdBy,
    createdByName: row.createdByName,
    lastAt: row.lastAt?.toISOString() ?? null,
    acted,
    refused,
    version,
  };
}

/** How many automations the organisation has. */
export async function countAutomations(tx: Tx): Promise<number> {
  const { count } = await tx.one(sql<{ count: number }>`
    select count(*)::int as count from seen.automations where org_id = ${tx.orgId}::uuid and removed_at is null`);
  return count;
}

/** Keeps a new automation. */
export async function insertAutomation(tx: Tx, row: NewRow<'automations'>): Promise<void> {
  await tx.insert(automationsTable, [row]);
}

/** Locks an automation that was not removed. */
export async function lockAutomation(tx: Tx, id: string): Promise<AutomationRow | undefined> {
  const row = await tx.lock(automationsTable, { id });
  return row?.removedAt === null ? row : undefined;
}

/** Saves what changed of an automation. */
export function saveAutomation(
  tx: Tx,
  row: AutomationRow,
  patch: Partial<NewRow<'automations'>>,
): Promise<AutomationRow> {
  return tx.update(automationsTable, row, patch);
}

/** Takes the automation whose time came first; undefined when another node has it, or none is due. */
export function claimDueAutomation(tx: Tx): Promise<AutomationRow | undefined> {
  return tx.maybe(sql<AutomationRow>`
    select * from app.automations where org_id = ${tx.orgId}::uuid and next_at <= ${tx.time.now()}
    order by next_at, id limit 1 for update skip locked`);
}

/** Switches all automations of the organisation on or off together. */
export async function saveRunning(tx: Tx, value: boolean): Promise<void> {
  const row = await tx.lock(automationSwitchesTable, {});
  if (!row) await tx.insert(automationSwitchesTable, [{ running: value, version: 1 }]);
  else if (row.running !== value) await tx.update(automationSwitchesTable, row, { running: value });
}

/** Says when an automation that was not stopped meanwhile looks again; nothing of it that a person decided changes. */
export async function saveNext(tx: Tx, id: string, nextAt: Date): Promise<void> {
  await tx.run({
    name: 'automations_next',
    text: 'update app.automations set next_at = $3 where org_id = $1 and id = $2 and active',
    values: [tx.orgId, id, nextAt],
  });
}
