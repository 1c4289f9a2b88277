import { sql } from 'kysely';
import { defineTable, type Tx } from '../../../../kernel/db/index.ts';
import type { Credits } from '../../rules/giving/take-turns.ts';

interface LeadTurnTable {
  orgId: string;
  ruleId: string;
  memberId: string;
  /** Billionths of a lead the rule owes the member. */
  credit: number;
}

declare module '../../../../kernel/db/tables.ts' {
  interface Tables {
    lead_turns: LeadTurnTable;
  }
}

const leadTurnsTable = defineTable({ name: 'lead_turns', key: ['ruleId', 'memberId'], versioned: false });

/** A person and what a rule owes them. */
export type TurnRow = Omit<LeadTurnTable, 'orgId'>;

/** Query for what the rules owe their people. */
export function turnsQuery(orgId: string) {
  return sql<TurnRow>`select rule_id, member_id, credit from seen.lead_turns where org_id = ${orgId}::uuid`;
}

/** What each rule owes its people. */
export function creditsOf(rows: readonly TurnRow[]): Map<string, Credits> {
  const byRule = Map.groupBy(rows, ({ ruleId }) => ruleId);
  return new Map(
    [...byRule].map(([ruleId, owed]) => [ruleId, new Map(owed.map(({ memberId, credit }) => [memberId, credit]))]),
  );
}

async function clearTurns(tx: Tx, ruleIds: readonly string[]): Promise<void> {
  await tx.run({
    name: 'lead_turns_clear',
    text: 'delete from app.lead_turns where org_id = $1 and rule_id = any($2::uuid[])',
    values: [tx.orgId, ruleIds],
  });
}

/** Keeps what rules owe their people from now on; the lock of the distribution is held. */
export async function saveTurns(tx: Tx, credits: ReadonlyMap<string, Credits>): Promise<void> {
  if (credits.size === 0) return;
  await clearTurns(tx, [...credits.keys()]);
  await tx.insert(
    leadTurnsTable,
    [...credits].flatMap(([ruleId, owed]) =>
      [...owed].map(([memberId, credit]): TurnRow => ({ ruleId, memberId, credit })),
    ),
  );
}
