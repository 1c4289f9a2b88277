import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { forgetNumberPatterns } from '../../../kernel/numbering/numbering.ts';
import { numberPatternsTable } from '../tables.ts';

type Row = RowOf<'number_patterns'>;

/** Query for the patterns the organisation set itself. */
export function ownPatternsQuery(orgId: string) {
  return sql<Row>`select * from seen.number_patterns where org_id = ${orgId}::uuid`;
}

/** Keeps the pattern of a kind, with those it had before. */
export async function savePattern(
  tx: Tx,
  row: Row | undefined,
  facts: { kind: string; pattern: string; former: string[] },
): Promise<void> {
  forgetNumberPatterns(tx);
  if (row) await tx.update(numberPatternsTable, row, { pattern: facts.pattern, former: facts.former });
  else await tx.insert(numberPatternsTable, [{ ...facts, id: tx.time.newId(), version: 1 }]);
}
