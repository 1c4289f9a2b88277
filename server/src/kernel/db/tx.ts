import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import type { NamedPolicy } from '../clocks/rules/policy-words.ts';
import type { NumberBlocks } from '../numbering/number-blocks.ts';
import type { Time } from '../time/time.ts';
import { type AuditRow, auditDifference } from './audit-rows.ts';
import { Behalf } from './behalf.ts';
import { eventRow, type NewEvent } from './event-row.ts';
import type { Origin, RuleAct } from './origin.ts';
import { type Query, rowsOf, type Statement, statementOf } from './query.ts';
import type { NewRow, RowOf, TableFacts, Tables } from './tables.ts';
import { WaitingRows } from './waiting-rows.ts';

/** What a transaction takes from its process beside the connection. */
export interface TxRooms {
  readonly time: Time;
  readonly numbers: NumberBlocks;
  /** The time limits the chapters declared, by key. */
  readonly policies: ReadonlyMap<string, NamedPolicy>;
}

/** A row another transaction changed meanwhile; becomes 409 with the current record. */
export class StaleRow extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`row of ${table} changed meanwhile`);
    this.table = table;
  }
}

/** A row that was read or locked before, and the fields to save of it. */
export interface RowChange<Name extends keyof Tables & string> {
  readonly before: RowOf<Name>;
  readonly patch: Partial<NewRow<Name>>;
}

const snakeNames = new Map<string, string>();

function snake(name: string): string {
  let known = snakeNames.get(name);
  if (known === undefined) {
    known = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    snakeNames.set(name, known);
  }
  return known;
}

const planNames = new Map<string, string>();

/** Name under which PostgreSQL keeps the plan of a recurring write. */
function planName(text: string): string {
  let name = planNames.get(text);
  if (!name) {
    name = `w${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
    planNames.set(text, name);
  }
  return name;
}

function toJsonRow(orgId: string, row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = { org_id: orgId };
  // What a JSON row leaves out is null: a wide row is mostly that.
  for (const key in row) if (row[key] !== null) out[snake(key)] = row[key];
  return out;
}

/**
 * One transaction of one organisation. Every read, lock and write of an operation goes through it; audit rows and
 * events gather here and are written with the commit, so that a change never stands without its history.
 */
export class Tx {
  readonly origin: Origin;
  readonly time: Time;
  readonly numbers: NumberBlocks;
  readonly policies: ReadonlyMap<string, NamedPolicy>;
  /** Statements sent so far, begin and commit apart, and with the commit all of them; routes have a budget. */
  statements = 0;
  /** Whom a deputy acts for. */
  readonly behalf: Behalf;
  readonly #client: PoolClient;
  readonly #waiting = new WaitingRows();
  /** The last rows that were sent; a transaction whose rows were refused is over. */
  #flushed: Promise<unknown> = Promise.resolve();
  readonly #audit: AuditRow[] = [];
  readonly #events: Record<string, unknown>[] = [];
  readonly #afterwards: (() => void)[] = [];
  #acting: RuleAct | undefined;

  constructor(client: PoolClient, origin: Origin, rooms: TxRooms) {
    this.#client = client;
    this.origin = origin;
    this.behalf = new Behalf(origin);
    this.time = rooms.time;
    this.numbers = rooms.numbers;
    this.policies = rooms.policies;
  }

  /** True once a fact was published in this transaction. */
  get published(): boolean {
    return this.#events.length > 0;
  }

  get orgId(): string {
    return this.origin.orgId;
  }

  /** Runs one statement; for the doors below and for rooms of the kernel. */
  async run(statement: Statement): Promise<QueryResult> {
    const [flushed, result] = [this.flush(), this.#send(statement)];
    // Both leave at once. Where rows are refused every statement behind them tells that, not that it then failed too.
    result.catch(() => undefined);
    await flushed;
    return result;
  }

  /** Sends the rows that wait, for whoever must know now whether they can be kept. */
  flush(): Promise<unknown> {
    const waiting = this.#waiting.take();
    if (waiting) {
      this.#flushed = this.#send({ ...waiting, name: planName(waiting.text) });
      this.#flushed.catch(() => undefined);
    }
    return this.#flushed;
  }

  #send(statement: Statement): Promise<QueryResult> {
    this.statements += 1;
    return this.#client.query({ ...statement, values: [...statement.values] });
  }

  async many<Row>(query: Query<Row>): Promise<Row[]> {
    const statement = statementOf(query);
    return rowsOf<Row>(await this.run({ ...statement, name: statement.name ?? planName(statement.text) }));
  }

  async maybe<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.many(query))[0];
  }

  /** The one row there must be; its absence is a fault of ours, not of the caller. */
  async one<Row>(query: Query<Row>): Promise<Row> {
    const row = await this.maybe(query);
    if (row === undefined) throw new Error('a row that must exist does not');
    return row;
  }

  /** Locks one row until the commit and returns it. */
  async lock<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    key: Partial<RowOf<Name>>,
  ): Promise<RowOf<Name> | undefined> {
    const columns = Object.keys(key);
    const where = columns.map((column, i) => ` and ${snake(column)} = $${i + 2}`).join('');
    const text = `select * from app.${table.name} where ${table.tenant ?? 'org_id'} = $1${where} for update`;
    const result = await this.run({ text, values: [this.orgId, ...Object.values(key)], name: planName(text) });
    const row = rowsOf<RowOf<Name>>(result)[0];
    this.behalf.note(row);
    return row;
  }

  /** Notes rows for insertion and in the audit; they leave with the next statement, whatever it is. */
  async insert<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    rows: readonly NewRow<Name>[],
  ): Promise<void> {
    this.insertUnaudited(table, rows);
    for (const row of rows) this.#note(table, undefined, row);
  }

  /** The same for rows whose story another row of the transaction tells. */
  insertUnaudited<Name extends keyof Tables & string>(table: TableFacts<Name>, rows: readonly NewRow<Name>[]): void {
    this.#waiting.add(
      table.name,
      ['org_id', ...Object.keys(rows[0] ?? {}).map(snake)],
      rows.map((row) => toJsonRow(this.orgId, row as Record<string, unknown>)),
    );
  }

  /**
   * Saves the given fields of one row that was read or locked before. Raises `version` on versioned tables; throws
   * StaleRow when the row is no longer as it was read.
   */
  async update<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    before: RowOf<Name>,
    patch: Partial<NewRow<Name>>,
  ): Promise<RowOf<Name>> {
    const [row] = await this.updateMany(table, [{ before, patch }]);
    return row ?? before;
  }

  /** The same for many rows, one statement for each set of fields; returns them in order. */
  async updateMany<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    changes: readonly RowChange<Name>[],
  ): Promise<RowOf<Name>[]> {
    const keyOf = (row: object): string =>
      JSON.stringify(table.key.map((name) => (row as Record<string, unknown>)[name]));
    const saved = new Map<string, RowOf<Name>>();
    const groups = Map.groupBy(changes, ({ patch }) => Object.keys(patch).join());
    for (const group of groups.values()) {
      if (Object.keys(group[0]?.patch ?? {}).length === 0) continue;
      const rows = rowsOf<RowOf<Name>>(await this.run(this.#updating(table, group)));
      if (rows.length < group.length) throw new StaleRow(table.name);
      for (const row of rows) saved.set(keyOf(row), row);
      for (const { before, patch } of group) this.#note(table, before, patch);
    }
    return changes.map(({ before }) => saved.get(keyOf(before)) ?? before);
  }

  /** The statement that saves the same fields of these rows. */
  #updating<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    changes: readonly RowChange<Name>[],
  ): Statement {
    const [first] = table.key;
    const known = [...table.key, ...(table.versioned ? ['version'] : [])];
    const sets = Object.keys(changes[0]?.patch ?? {}).map((name) => `${snake(name)} = v.${snake(name)}`);
    if (table.versioned) sets.push('version = t.version + 1');
    const same = known.map((name) => `t.${snake(name)} = v.${snake(name)}`);
    // The list of keys shows the planner the way through the index, whatever it believes of the size of a JSON list.
    const keys = first === undefined ? [] : [changes.map(({ before }) => (before as Record<string, unknown>)[first])];
    if (first !== undefined) same.unshift(`t.${snake(first)} = any($3)`);
    const text = `update app.${table.name} as t set ${sets.join(', ')} from jsonb_populate_recordset(null::app.${table.name}, $2::jsonb) v
      where t.${table.tenant ?? 'org_id'} = $1 and ${same.join(' and ')} returning t.*`;
    // Through JSON like an insert, so that each value takes the type of its column: text[] and jsonb look alike here.
    const rows = changes.map(({ before, patch }) => {
      const was = before as Record<string, unknown>;
      return toJsonRow(this.orgId, { ...patch, ...Object.fromEntries(known.map((name) => [name, was[name]])) });
    });
    return { text, values: [this.orgId, JSON.stringify(rows), ...keys], name: planName(text) };
  }

  /** Removes one row; business objects are never removed but marked in `records`. */
  async remove<Name extends keyof Tables & string>(table: TableFacts<Name>, row: Partial<RowOf<Name>>): Promise<void> {
    const was = row as Record<string, unknown>;
    const where = table.key.map((name, i) => `${snake(name)} = $${i + 2}`).join(' and ');
    const text = `delete from app.${table.name} where org_id = $1 and ${where}`;
    await this.run({ text, values: [this.orgId, ...table.key.map((name) => was[name])], name: planName(text) });
    this.#note(table, was, undefined);
  }

  /** Does the work of a rule on a record: facts published in it name the rule and carry what led to it. */
  async actingFor<Result>(act: RuleAct, work: () => Promise<Result>): Promise<Result> {
    const before = this.#acting;
    this.#acting = act;
    try {
      return await work();
    } finally {
      this.#acting = before;
    }
  }

  /** Notes a past-tense fact; it is delivered at least once after the commit. */
  publish(event: NewEvent): void {
    this.#events.push(eventRow(this.origin, this.time, this.behalf.told(event), this.#acting));
  }

  /** Work of this process that only a commit may bring about, such as forgetting what it kept of the old state. */
  afterCommit(work: () => void): void {
    this.#afterwards.push(work);
  }

  /** Does that work; for the database, once PostgreSQL has acknowledged the commit. */
  committed(): void {
    for (const work of this.#afterwards) work();
  }

  /** The statement that must travel with the commit: what waits still, audit and events. */
  closing(): Statement[] {
    for (const [table, rows] of [
      ['audit', this.#audit],
      ['events', this.#events],
    ] as const) {
      this.#waiting.add(table, Object.keys(rows[0] ?? {}), rows as Record<string, unknown>[]);
    }
    const waiting = this.#waiting.take();
    return waiting ? [{ ...waiting, name: planName(waiting.text) }] : [];
  }

  #note<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    before: Record<string, unknown> | undefined,
    after: Record<string, unknown> | undefined,
  ): void {
    const row = auditDifference(this.origin, this.time, table, before, after);
    if (row) this.#audit.push(row);
  }
}
