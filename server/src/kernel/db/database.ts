import type { Pool, PoolClient, QueryResult } from 'pg';
import type { NamedPolicy } from '../clocks/rules/policy-words.ts';
import { NumberBlocks } from '../numbering/number-blocks.ts';
import type { Time } from '../time/time.ts';
import type { Logins } from './logins.ts';
import { openPool } from './pools.ts';
import { type Query, rowsOf, type Statement, statementOf } from './query.ts';
import type { Origin } from './origin.ts';
import { Tx, type TxRooms } from './tx.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Longest a statement of a request may run. */
const STATEMENT_LIMIT_MS = 3_000;

/** Opening of a tenant transaction in one string. SET takes no parameters, so the id is checked to be a UUID. */
function opening(orgId: string, readOnly: boolean, limitMs: number): string {
  if (!UUID.test(orgId)) throw new Error('organisation id is not a UUID');
  return `begin${readOnly ? ' read only' : ''}; set local app.org_id = '${orgId}'; set local statement_timeout = ${limitMs}`;
}

/** The database as operations see it: reads in one flight, writes in one transaction, both of one organisation. */
export class Database {
  readonly writes: Pool;
  readonly reads: Pool;
  readonly sweeps: Pool;
  /** For readers of whole lists, so that no request waits behind one. */
  readonly streams: Pool;
  readonly #counters: Pool;
  readonly #rooms: TxRooms;
  readonly #listeners = new Set<(orgId: string) => void>();

  constructor(logins: Logins, size: number, time: Time, policies: ReadonlyMap<string, NamedPolicy> = new Map()) {
    this.writes = openPool(logins.app, size, 'write');
    this.reads = openPool(logins.app, size, 'read');
    this.sweeps = openPool(logins.sweep, 2, 'sweep');
    this.streams = openPool(logins.app, 2, 'stream');
    // Apart from the writes: an operation that holds a connection must never wait for a second one of the same pool.
    this.#counters = openPool(logins.app, 1, 'numbers');
    this.#rooms = { time, numbers: new NumberBlocks(this.#counters), policies };
  }

  /**
   * Sends begin, the given statements and commit in one flight, read only. A failing statement rejects the whole
   * flight; the organisation's setting ends with the transaction.
   */
  async read(orgId: string, statements: readonly Statement[], limitMs = STATEMENT_LIMIT_MS): Promise<QueryResult[]> {
    const client = await this.reads.connect();
    try {
      const flight = [
        client.query(opening(orgId, true, limitMs)),
        ...statements.map((statement) => client.query({ ...statement, values: [...statement.values] })),
        client.query('commit'),
      ];
      const settled = await Promise.allSettled(flight);
      const failed = settled.find((result) => result.status === 'rejected');
      if (failed) throw failed.reason;
      client.release();
      return settled.slice(1, -1).map((result) => (result as PromiseFulfilledResult<QueryResult>).value);
    } catch (error) {
      client.release(isBroken(error) ? true : undefined);
      throw error;
    }
  }

  /** Calls the listener after each commit of this process that published facts; returns how to stop listening. */
  onPublished(listener: (orgId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** One read outside a request, such as a job's. */
  async readRows<Row>(orgId: string, query: Query<Row>): Promise<Row[]> {
    const [result] = await this.read(orgId, [statementOf(query)]);
    return result ? rowsOf<Row>(result) : [];
  }

  /**
   * Runs one transaction: begin, the work, audit and events with the commit. Whatever throws rolls everything back;
   * returns only after PostgreSQL has acknowledged the commit.
   */
  async write<Result>(
    origin: Origin,
    work: (tx: Tx) => Promise<Result>,
    closing?: (result: Result) => Statement[],
  ): Promise<Result> {
    const client = await this.writes.connect();
    const tx = new Tx(client, origin, this.#rooms);
    let result: Result;
    try {
      // Not awaited alone: the pipeline carries the opening and the first statement in one flight.
      const opened = client.query(opening(origin.orgId, false, STATEMENT_LIMIT_MS));
      opened.catch(() => undefined);
      result = await work(tx);
      await opened;
      const last = [...(await tx.closing()), ...(closing?.(result) ?? [])];
      tx.statements += last.length;
      await commit(client, last);
      client.release();
    } catch (error) {
      await rollback(client, error);
      throw error;
    }
    tx.committed();
    if (tx.published) for (const listener of this.#listeners) listener(origin.orgId);
    return result;
  }

  /** Whether one organisation has work due; `view` is a view of the schema `sweep`. */
  async isDue(view: `sweep.${string}`, orgId: string, dueBefore: Date): Promise<boolean> {
    const text = `select 1 from ${view} where org_id = $1 and due_at <= $2 limit 1`;
    const { rowCount } = await this.sweeps.query({ name: `due ${view}`, text, values: [orgId, dueBefore] });
    return rowCount === 1;
  }

  /**
   * Serves a job that concerns every organisation: lists those with work due through a role that sees nothing else,
   * then calls `work` once for each, so that nobody starves. Organisations at rest are passed over. `view` is a view of
   * the schema `sweep`.
   */
  async forEachOrganization(
    view: `sweep.${string}`,
    dueBefore: Date,
    work: (orgId: string) => Promise<void>,
  ): Promise<number> {
    const { rows } = await this.sweeps.query(
      `select distinct w.org_id from ${view} w
       where w.due_at <= $1 and not exists (select 1 from sweep.resting r where r.org_id = w.org_id)`,
      [dueBefore],
    );
    for (const row of rows as { org_id: string }[]) await work(row.org_id);
    return rows.length;
  }

  async close(): Promise<void> {
    await Promise.all([
      this.writes.end(),
      this.reads.end(),
      this.sweeps.end(),
      this.streams.end(),
      this.#counters.end(),
    ]);
  }
}

async function commit(client: PoolClient, closing: readonly Statement[]): Promise<void> {
  const flight = [
    ...closing.map((statement) => client.query({ ...statement, values: [...statement.values] })),
    client.query('commit'),
  ];
  const settled = await Promise.allSettled(flight);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const last = settled.at(-1) as PromiseFulfilledResult<QueryResult>;
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error.
  if (last.value.command !== 'COMMIT') throw new Error('the transaction was rolled back at commit');
}

async function rollback(client: PoolClient, error: unknown): Promise<void> {
  if (isBroken(error)) {
    client.release(true);
    return;
  }
  try {
    await client.query('rollback');
    client.release();
  } catch {
    client.release(true);
  }
}

/** True when the connection itself failed, so that it must not go back to the pool. */
function isBroken(error: unknown): boolean {
  const code = (error as { code?: string }).code ?? '';
  return (
    code.startsWith('57P') ||
    code.startsWith('08') ||
    code.startsWith('ECONN') ||
    code === 'EPIPE' ||
    /terminated|Connection ended/i.test(String(error))
  );
}
