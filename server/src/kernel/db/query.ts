import {
  CamelCasePlugin,
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
  sql,
} from 'kysely';
import type { QueryResult } from 'pg';
import type { ReadableTables } from './tables.ts';

/** A statement ready to travel; a `name` makes PostgreSQL keep its plan on the connection. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string;
}

/** The query builder. It only writes SQL: statements run through a transaction or a read flight, never by themselves. */
export const build = new Kysely<ReadableTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
});

/** What the doors of the database take: a builder query or an `sql` template of known rows, or a statement written out. */
export type Query<Row> = { compile(builder: typeof build): CompiledQuery<Row> } | Statement;

/** Turns a query into the text and values that travel. */
export function statementOf<Row>(query: Query<Row>): Statement {
  if ('text' in query) return query;
  const compiled = query.compile(build);
  return { text: compiled.sql, values: compiled.parameters };
}

/**
 * Makes a builder fragment of foreign SQL text with `$n` placeholders (from the filter compiler), so that it nests and
 * is numbered anew inside a larger statement.
 */
export function fragment(text: string, values: readonly unknown[]): RawBuilder<boolean> {
  const parts = text.split(/\$(\d+)/);
  let built: RawBuilder<boolean> = sql<boolean>`${sql.raw(parts[0] ?? '')}`;
  for (let i = 1; i < parts.length; i += 2) {
    built = sql<boolean>`${built}${values[Number(parts[i]) - 1]}${sql.raw(parts[i + 1] ?? '')}`;
  }
  return built;
}

const camelNames = new Map<string, string>();

function camel(name: string): string {
  let known = camelNames.get(name);
  if (known === undefined) {
    known = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
    camelNames.set(name, known);
  }
  return known;
}

/** Rows with the names the code uses (companyName) for the columns the database uses (company_name). */
export function rowsOf<Row>(result: QueryResult): Row[] {
  const names = result.fields.map((field) => camel(field.name));
  return result.rows.map((row: Record<string, unknown>) => {
    const named: Record<string, unknown> = {};
    let i = 0;
    for (const key in row) named[names[i++] ?? key] = row[key];
    return named as Row;
  });
}
