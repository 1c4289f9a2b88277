import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../../kernel/db/index.ts';
import { leadRecycleNoticesTable, leadRecycleRulesTable } from './pool-tables.ts';

/** A rule by which leads are taken back. */
export type RecycleRuleRow = Omit<RowOf<'lead_recycle_rules'>, 'orgId'>;

/** A rule as an administrator writes it. */
export type WrittenRecycleRule = Omit<RecycleRuleRow, 'position' | 'holdsFrom' | 'nextAt' | 'version'>;

/** Query for the rules in their order. */
export function recycleRulesQuery(orgId: string) {
  return sql<RecycleRuleRow>`
    select id, name, position, active, intents, priorities, states, measure, days, pool_id, holds_from, next_at, version
    from seen.lead_recycle_rules where org_id = ${orgId}::uuid order by position, id`;
}

/** What of a rule decides whom it takes; a change of any of it gives notice anew. */
const deciding = ['active', 'intents', 'priorities', 'states', 'measure', 'days'] as const;

function changed(row: RowOf<'lead_recycle_rules'>, rule: WrittenRecycleRule): boolean {
  return deciding.some((name) => JSON.stringify(row[name]) !== JSON.stringify(rule[name]));
}

/** Replaces the rules by these; one that is new or decides otherwise holds from now on. */
export async function replaceRecycleRules(tx: Tx, written: readonly WrittenRecycleRule[]): Promise<void> {
  const now = tx.time.now();
  const kept = await tx.many(sql<RowOf<'lead_recycle_rules'>>`
    select * from app.lead_recycle_rules where org_id = ${tx.orgId}::uuid order by id for update`);
  for (const row of kept) {
    if (!written.some(({ id }) => id === row.id)) await tx.remove(leadRecycleRulesTable, row);
  }
  for (const [index, rule] of written.entries()) {
    const row = kept.find(({ id }) => id === rule.id);
    const position = index + 1;
    const anew = rule.active ? { holdsFrom: now, nextAt: now } : { holdsFrom: null, nextAt: null };
    if (!row) await tx.insert(leadRecycleRulesTable, [{ ...rule, position, ...anew, version: 1 }]);
    else await tx.update(leadRecycleRulesTable, row, { ...rule, position, ...(changed(row, rule) ? anew : {}) });
  }
}

/** Locks the rule that waits longest to look again; undefined when none does or another node has it. */
export async function claimDueRule(tx: Tx): Promise<RowOf<'lead_recycle_rules'> | undefined> {
  return tx.maybe(sql<RowOf<'lead_recycle_rules'>>`
    select * from app.lead_recycle_rules where org_id = ${tx.orgId}::uuid and next_at <= ${tx.time.now()}::timestamptz
    order by next_at, id limit 1 for update skip locked`);
}

/** Lets a locked rule look again at this moment. */
export async function lookAgain(tx: Tx, ruleId: string, at: Date): Promise<void> {
  await tx.run({
    name: 'lead_recycle_rules_next',
    text: 'update app.lead_recycle_rules set next_at = $3 where org_id = $1 and id = $2',
    values: [tx.orgId, ruleId, at],
  });
}

/** Notes that owners were told of leads a rule takes, once for each day of notice and moment. */
export async function insertNotices(
  tx: Tx,
  notice: { readonly ruleId: string; readonly daysAhead: number },
  told: readonly { readonly id: string; readonly ownerId: string; readonly takesAt: Date }[],
): Promise<void> {
  const toldAt = tx.time.now();
  await tx.insert(
    leadRecycleNoticesTable,
    told.map(({ id, ownerId, takesAt }) => ({ ...notice, leadId: id, takesAt, ownerId, toldAt })),
  );
}
