import type { MatchWeights } from '@dealtrail/protocol/customers';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { shippedWeights } from '../rules/identity/weights.ts';
import { matchRunsTable } from '../tables.ts';

export type MatchRunRow = RowOf<'match_runs'>;
/** A run with the names around it. */
export type MatchRunFacts = MatchRunRow & { madeByName: string | null; heldByName: string | null };

/** Query for the weights in force; no row where the shipped ones hold. */
export function weightsInForce(orgId: string) {
  return sql<{ weights: MatchWeights }>`
    select h.weights from seen.match_runs h where h.org_id = ${orgId}::uuid and h.held_at is not null order by h.held_at desc limit 1`;
}

/** The weights by which the transaction's organisation compares. */
export async function readWeights(tx: Tx): Promise<MatchWeights> {
  return (await tx.maybe(weightsInForce(tx.orgId)))?.weights ?? shippedWeights;
}

const facts = sql`
  select r.*, m.name as made_by_name, h.name as held_by_name from seen.match_runs r
  left join seen.members m on m.org_id = r.org_id and m.id = r.made_by
  left join seen.members h on h.org_id = r.org_id and h.id = r.held_by`;

/** Query for versions that held, the one in force first. */
export function heldRunsQuery(orgId: string) {
  return sql<MatchRunFacts>`${facts} where r.org_id = ${orgId}::uuid and r.held_at is not null order by r.held_at desc limit 20`;
}

/** Query for the newest trial that neither holds nor was dropped. */
export function openTrialQuery(orgId: string) {
  return sql<MatchRunFacts>`${facts}
    where r.org_id = ${orgId}::uuid and r.purpose = 'trial' and r.held_at is null and r.state <> 'dropped' order by r.made_at desc limit 1`;
}

/** Query for one trial. */
export function trialQuery(orgId: string, id: string) {
  return sql<MatchRunFacts>`${facts} where r.org_id = ${orgId}::uuid and r.id = ${id}::uuid and r.purpose = 'trial'`;
}

/** Query for when all records were last compared to find pairs, and whether that goes on now. */
export function lastSearchQuery(orgId: string) {
  return sql<{ endedAt: Date | null; madeAt: Date }>`
    select ended_at, made_at from seen.match_runs where org_id = ${orgId}::uuid and purpose = 'search' and state <> 'dropped' order by made_at desc limit 1`;
}

const none = { same: 0, likely: 0, possible: 0 } as const;

/** Begins a run and drops those of its purpose that are still under way; returns its id. */
export async function beginRun(tx: Tx, purpose: MatchRunRow['purpose'], weights: MatchWeights): Promise<string> {
  const older = await tx.many(sql<{ id: string }>`
    select id from seen.match_runs where org_id = ${tx.orgId}::uuid and purpose = ${purpose} and held_at is null
      and (state = 'running' or purpose = 'trial' and state = 'done')`);
  for (const { id } of older) {
    const run = await tx.lock(matchRunsTable, { id });
    if (run) await tx.update(matchRunsTable, run, { state: 'dropped', dueAt: null });
  }
  const counted = await tx.one(sql<{ total: number }>`
    select count(*)::int as total from seen.records
    where org_id = ${tx.orgId}::uuid and kind in ('lead', 'customer') and deleted_at is null and merged_into is null`);
  const id = tx.time.newId();
  const now = tx.time.now();
  await tx.insert(matchRunsTable, [
    {
      id,
      purpose,
      weights,
      state: 'running',
      afterId: null,
      checked: 0,
      total: counted.total,
      found: none,
      before: none,
      sample: [],
      madeBy: tx.origin.actorId,
      madeAt: now,
      endedAt: null,
      heldAt: null,
      heldBy: null,
      dueAt: now,
      version: 1,
    },
  ]);
  return id;
}

/** Locks the run that is due longest; undefined where none is or another process has it. */
export async function claimRun(tx: Tx): Promise<MatchRunRow | undefined> {
  const [due] = await tx.many(sql<{ id: string }>`
    select id from app.match_runs where org_id = ${tx.orgId}::uuid and due_at <= ${tx.time.now()}
    order by due_at limit 1 for update skip locked`);
  return due ? tx.lock(matchRunsTable, due) : undefined;
}

/** Locks one run. */
export function lockRun(tx: Tx, id: string): Promise<MatchRunRow | undefined> {
  return tx.lock(matchRunsTable, { id });
}

/** Puts the weights of a run in force. */
export async function holdRun(tx: Tx, run: MatchRunRow): Promise<void> {
  await tx.update(matchRunsTable, run, { heldAt: tx.time.now(), heldBy: tx.origin.actorId });
}

/** Keeps how far a run has come. */
export async function saveProgress(tx: Tx, run: MatchRunRow, patch: Partial<NewRow<'match_runs'>>): Promise<void> {
  await tx.update(matchRunsTable, run, patch);
}
