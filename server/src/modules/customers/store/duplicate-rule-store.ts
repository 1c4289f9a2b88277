import type { DuplicateRules } from '@dealtrail/protocol/customers';
import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { type DuplicateRuleLine, duplicateRulesOf, linesOf } from '../rules/duplicate-rules.ts';
import { duplicateRulesTable } from '../tables.ts';

/** Query for what the organisation changed in the shipped rule for duplicates. */
export function duplicateRulesQuery(orgId: string) {
  return sql<DuplicateRuleLine>`
    select record_kind, grade, action from seen.duplicate_rules where org_id = ${orgId}::uuid`;
}

/** The rule for duplicates of the transaction's organisation. */
export async function readDuplicateRules(tx: Tx): Promise<DuplicateRules> {
  return duplicateRulesOf(await tx.many(duplicateRulesQuery(tx.orgId)));
}

/** Keeps the organisation's rule for duplicates. */
export async function saveDuplicateRules(tx: Tx, rules: DuplicateRules): Promise<void> {
  for (const line of linesOf(rules)) {
    const { recordKind, grade } = line;
    const known = await tx.lock(duplicateRulesTable, { recordKind, grade });
    if (!known) await tx.insert(duplicateRulesTable, [line]);
    else if (known.action !== line.action) await tx.update(duplicateRulesTable, known, { action: line.action });
  }
}
