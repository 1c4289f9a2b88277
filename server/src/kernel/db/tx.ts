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
import { PlanNames } from './plan-names.ts';
import { type Departure, refuseStale, WaitingWrites } from './waiting-writes.ts';

/** What a transaction takes from its process beside the connection. */
export interface TxRooms {
  readonly time: Time;
  readonly numbers: NumberBlocks;
  /** The time limits the chapters declared, by key. */
  readonly policies: ReadonlyMap<string, NamedPolicy>;
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

/** Shapes of writes and of reads among them that one process asks PostgreSQL to keep plans of on each connection. */
const plans = new PlanNames('w', 600);

function named(statement: Statement): Statement {
  const name = statement.name ?? plans.of(statement.text);
  return name === undefined ? statement : { ...statement, name };
}

function toJsonRow(orgId: string, row: Record<string, unknown>): Record<string, unknown> {
  const out: Record<string, unknown> = { org_id: orgId };
  // What a JSON row leaves out is null: a wide row is mostly that.
  for (const key in row) if (row[key] !== null) out[snake(key)] = row[key];
  return out;
}

/**
 * One transaction of one organisation. Every read, lock and write of an operation goes through it. Writes wait and
 * leave together, with their audit rows and events, before the next statement or with the commit, so that a change never
 * stands without its history.
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
  readonly #waiting: WaitingWrites;
  /** The last rows that were sent; a transaction whose rows were refused is over. */
  #flushed: Promise<unknown> = Promise.resolve();
  readonly #audit: AuditRow[] = [];
  readonly #events: Record<string, unknown>[] = [];
  readonly #afterwards: (() => void)[] = [];
  #acting: RuleAct | undefined;
  #published = false;

  constructor(client: PoolClient, origin: Origin, rooms: TxRooms) {
    this.#client = client;
    this.origin = origin;
    this.behalf = new Behalf(origin);
    this.#waiting = new WaitingWrites(origin.orgId);
    this.time = rooms.time;
    this.numbers = rooms.numbers;
    this.policies = rooms.policies;
  }

  /** True once a fact was published in this transaction. */
  get published(): boolean {
    return this.#published;
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

  /** Sends the writes that wait, for whoever must know now whether they can be kept. */
  flush(): Promise<unknown> {
    // Audit and events alone need no trip of their own; they leave with the next writes, or with the commit.
    const leaving = this.#waiting.areThere ? this.#take() : undefined;
    if (leaving) {
      this.#flushed = this.#send(named(leaving.statement)).then((result) => refuseStale(leaving, result));
      this.#flushed.catch(() => undefined);
    }
    return this.#flushed;
  }

  #take(): Departure | undefined {
    for (const [table, rows] of [
      ['audit', this.#audit],
      ['events', this.#events],
    ] as const) {
      this.#waiting.add(table, Object.keys(rows[0] ?? {}), rows.splice(0) as unknown as Record<string, unknown>[]);
    }
    return this.#waiting.take();
  }

  #send(statement: Statement): Promise<QueryResult> {
    this.statements += 1;
    return this.#client.query({ ...statement, values: [...statement.values] });
  }

  async many<Row>(query: Query<Row>): Promise<Row[]> {
    const statement = statementOf(query);
    return rowsOf<Row>(await this.run(named(statement)));
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
    const result = await this.run(named({ text, values: [this.orgId, ...Object.values(key)] }));
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
   * Notes the fields to save of one row that was read or locked before, and returns the row as it will then be. It leaves
   * with the next statement or the commit. Raises `version` on versioned tables; where the row is no longer as it was
   * read, that statement or the commit throws StaleRow.
   */
  async update<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    before: RowOf<Name>,
    patch: Partial<NewRow<Name>>,
  ): Promise<RowOf<Name>> {
    const [row] = await this.updateMany(table, [{ before, patch }]);
    return row ?? before;
  }

  /** The same for many rows; returns them in order. */
  async updateMany<Name extends keyof Tables & string>(
    table: TableFacts<Name>,
    changes: readonly RowChange<Name>[],
  ): Promise<RowOf<Name>[]> {
    const groups = Map.groupBy(changes, ({ patch }) => Object.keys(patch).join());
    for (const [columns, group] of groups) if (columns !== '') this.#change(table, group);
    return changes.map(({ before, patch }) => {
      const fields = Object.entries(patch);
      if (fields.length === 0) return before;
      const raised = table.versioned ? { version: (before as { version: number }).version + 1 } : {};
      return { ...before, ...Object.fromEntries(fields.map(([name, value]) => [name, value ?? null])), ...raised };
    });
  }

  /** Notes changes of the same fields. */
  #change<Name extends keyof Tables & string>(table: TableFacts<Name>, changes: readonly RowChange<Name>[]): void {
    const known = [...table.key, ...(table.versioned ? ['version'] : [])];
    const of = {
      table: table.name,
      tenant: table.tenant ?? 'org_id',
      key: table.key.map(snake),
      versioned: table.versioned,
      columns: Object.keys(changes[0]?.patch ?? {}).map(snake),
    };
    // Through JSON like an insert, so that each value takes the type of its column: text[] and jsonb look alike here.
    const rows = changes.map(({ before, patch }) => {
      const was = before as Record<string, unknown>;
      return toJsonRow(this.orgId, { ...patch, ...Object.fromEntries(known.map((name) => [name, was[name]])) });
    });
    if (this.#waiting.touch(of, rows)) void this.flush();
    this.#waiting.change(of, rows);
    for (const { before, patch } of changes) this.#note(table, before, patch);
  }

  /** Removes one row; business objects are never removed but marked in `records`. */
  async remove<Name extends keyof Tables & string>(table: TableFacts<Name>, row: Partial<RowOf<Name>>): Promise<void> {
    const was = row as Record<string, unknown>;
    const where = table.key.map((name, i) => `${snake(name)} = $${i + 2}`).join(' and ');
    const text = `delete from app.${table.name} where org_id = $1 and ${where}`;
    await this.run(named({ text, values: [this.orgId, ...table.key.map((name) => was[name])] }));
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
    this.#published = true;
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

  /**
   * The statement that must travel with the commit: new rows that wait still, audit and events. Changes are sent and
   * answered before, since only we can tell that one missed its row.
   */
  async closing(): Promise<Statement[]> {
    if (this.#waiting.mayBeStale) await this.flush();
    const leaving = this.#take();
    return leaving ? [named(leaving.statement)] : [];
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
