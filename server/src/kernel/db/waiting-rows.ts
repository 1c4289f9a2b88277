import type { Statement } from './query.ts';

/** Rows of one table that fill the same columns. */
interface Batch {
  readonly table: string;
  readonly columns: string;
  readonly rows: Record<string, unknown>[];
}

const insertion = ({ table, columns }: Batch, place: number): string =>
  `insert into app.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::app.${table}, $${place}::jsonb)`;

/**
 * Rows on their way to the database. They leave together, in one statement however many tables, before the next
 * statement of their transaction, which therefore sees them; a table's rows follow those of the tables they refer to.
 */
export class WaitingRows {
  #batches = new Map<string, Batch>();

  /** Adds rows that fill these columns; what a row does not name is null. */
  add(table: string, names: readonly string[], rows: readonly Record<string, unknown>[]): void {
    if (rows.length === 0) return;
    const columns = names.join(', ');
    const key = `${table} ${columns}`;
    const batch = this.#batches.get(key);
    if (batch) batch.rows.push(...rows);
    else this.#batches.set(key, { table, columns, rows: [...rows] });
  }

  /** The statement that inserts what waits; undefined when nothing does. */
  take(): Statement | undefined {
    const batches = [...this.#batches.values()];
    const last = batches.pop();
    if (!last) return undefined;
    this.#batches = new Map();
    const before = batches.map((batch, i) => `w${i} as (${insertion(batch, i + 1)})`).join(',\n');
    const text = `${before === '' ? '' : `with ${before}\n`}${insertion(last, batches.length + 1)}`;
    return { text, values: [...batches, last].map(({ rows }) => JSON.stringify(rows)) };
  }
}
