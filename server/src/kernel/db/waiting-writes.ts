import type { QueryResult } from 'pg';
import type { Statement } from './query.ts';
import { StaleRow } from './stale-row.ts';

/** Rows as they travel: columns by their names in the database. */
type Row = Readonly<Record<string, unknown>>;

/** Rows of one table that fill the same columns. */
interface Insertion {
  readonly table: string;
  readonly columns: string;
  readonly rows: Row[];
}

/** What decides which rows of a table are changed, and how. */
export interface ChangeOf {
  readonly table: string;
  /** Column that holds the organisation. */
  readonly tenant: string;
  /** Columns that tell the row, the organisation apart. */
  readonly key: readonly string[];
  readonly versioned: boolean;
  readonly columns: readonly string[];
}

interface Change extends ChangeOf {
  readonly rows: Row[];
}

/** Writes that leave in one statement, and how many rows of which table each change must find. */
export interface Departure {
  readonly statement: Statement;
  readonly wanted: readonly { readonly table: string; readonly rows: number }[];
}

const insertion = ({ table, columns }: Insertion, place: number): string =>
  `insert into app.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${table}, $${place}::jsonb)`;

/** The list of keys shows the planner the way through the index, whatever it believes of the size of a JSON list. */
function change({ table, tenant, key, versioned, columns }: Change, place: number): string {
  const sets = columns.map((name) => `${name} = v.${name}`);
  if (versioned) sets.push('version = t.version + 1');
  const same = [...key, ...(versioned ? ['version'] : [])].map((name) => `t.${name} = v.${name}`);
  if (key[0] !== undefined) same.unshift(`t.${key[0]} = any($${place + 1})`);
  return `update app.${table} as t set ${sets.join(', ')} from jsonb_populate_recordset(null::app.${table}, $${place}::jsonb) v
    where t.${tenant} = $1 and ${same.join(' and ')} returning t.${tenant}`;
}

const rowKey = (key: readonly string[], row: Row): string => JSON.stringify(key.map((name) => row[name]));

/**
 * Writes on their way to the database. They leave together, in one statement however many tables, before the next
 * statement of their transaction, which therefore sees them. Changes of rows come before new rows, since a new row may
 * take the place that a change has left; what refers to what is judged when all are there.
 */
export class WaitingWrites {
  readonly #orgId: string;
  #insertions = new Map<string, Insertion>();
  #changes = new Map<string, Change>();

  constructor(orgId: string) {
    this.#orgId = orgId;
  }

  get areThere(): boolean {
    return this.#insertions.size > 0 || this.#changes.size > 0;
  }

  /** True while a change waits: whether its row is still there is known only when it has been sent. */
  get mayBeStale(): boolean {
    return this.#changes.size > 0;
  }

  /** Adds rows that fill these columns; what a row does not name is null. */
  add(table: string, names: readonly string[], rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const columns = names.join(', ');
    const key = `${table} ${columns}`;
    const batch = this.#insertions.get(key);
    if (batch) batch.rows.push(...rows);
    else this.#insertions.set(key, { table, columns, rows: [...rows] });
  }

  /** Adds changes of rows that were read before. */
  change(of: ChangeOf, rows: readonly Row[]): void {
    const name = `${of.table} ${of.columns.join()}`;
    const batch = this.#changes.get(name);
    if (batch) batch.rows.push(...rows);
    else this.#changes.set(name, { ...of, rows: [...rows] });
  }

  /** True when one of these rows is made or changed by what waits: one statement may touch a row only once. */
  touch({ table, key }: Pick<ChangeOf, 'table' | 'key'>, rows: readonly Row[]): boolean {
    const waiting = [...this.#insertions.values(), ...this.#changes.values()].filter((one) => one.table === table);
    if (waiting.length === 0) return false;
    const wanted = new Set(rows.map((row) => rowKey(key, row)));
    return waiting.some((one) => one.rows.some((row) => wanted.has(rowKey(key, row))));
  }

  /** Takes what waits as one statement; undefined when nothing does. */
  take(): Departure | undefined {
    const [changes, insertions] = [[...this.#changes.values()], [...this.#insertions.values()]];
    this.#changes = new Map();
    this.#insertions = new Map();
    const last = changes.length === 0 ? insertions.pop() : undefined;
    const values: unknown[] = changes.length === 0 ? [] : [this.#orgId];
    const parts: string[] = [];
    for (const [i, one] of changes.entries()) {
      parts.push(`c${i} as (${change(one, values.length + 1)})`);
      values.push(JSON.stringify(one.rows));
      // A table of one row for each organisation has no key, and a value nobody names is refused.
      const [first] = one.key;
      if (first !== undefined) values.push(one.rows.map((row) => row[first]));
    }
    for (const [i, one] of insertions.entries()) {
      parts.push(`w${i} as (${insertion(one, values.length + 1)})`);
      values.push(JSON.stringify(one.rows));
    }
    if (!last && parts.length === 0) return undefined;
    const found = changes.map((_, i) => `(select count(*) from c${i}) as n${i}`).join(', ');
    const main = last ? insertion(last, values.length + 1) : `select ${found}`;
    if (last) values.push(JSON.stringify(last.rows));
    return {
      statement: { text: `${parts.length === 0 ? '' : `with ${parts.join(',\n')}\n`}${main}`, values },
      wanted: changes.map(({ table, rows }) => ({ table, rows: rows.length })),
    };
  }
}

/** Throws StaleRow when a change found fewer rows than it was for. */
export function refuseStale({ wanted }: Departure, { rows }: QueryResult): void {
  const [found] = rows as Record<string, number>[];
  for (const [i, one] of wanted.entries()) if ((found?.[`n${i}`] ?? 0) < one.rows) throw new StaleRow(one.table);
}
