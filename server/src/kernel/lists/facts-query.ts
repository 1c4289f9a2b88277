import { sql } from 'kysely';
import type { Query } from '../db/index.ts';
import { columnOf } from '../filters/field.ts';
import type { AnyList } from './list-spec.ts';

/** The values of declared fields of one row, by field name, ready for a predicate of `filters`. */
type RowFacts = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * Query for the values of these fields of a list's rows among these ids, whoever may see them, the deleted ones left out: for
 * rules that ask the same of a row in memory as a list asks in SQL. Undeclared names are left out.
 */
export function factsQuery(
  spec: AnyList,
  orgId: string,
  names: readonly string[],
  ids: readonly string[],
): Query<{ facts: RowFacts }> {
  const values = names.flatMap((name) => {
    const field = spec.fields.get(name);
    if (!field) return [];
    const column = columnOf(field, spec.alias);
    // The first of many is its smallest, as in a list.
    const value = field.firstOf === undefined ? column : `(select min(${column}) from ${field.firstOf})`;
    return [sql`${sql.lit(name)}, ${sql.raw(value)}`];
  });
  const pairs = [sql`'id', ${sql.raw(spec.alias)}.id`, ...values];
  return sql<{ facts: RowFacts }>`
    select jsonb_build_object(${sql.join(pairs)}) as facts from ${sql.raw(spec.source)}
    where ${sql.raw(spec.alias)}.org_id = ${orgId}::uuid and ${sql.raw(spec.alias)}.id = any(${[...ids]}::uuid[]) and r.deleted_at is null`;
}
