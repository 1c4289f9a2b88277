import type { QueryResult } from 'pg';
import type { Actor } from '../access/index.ts';
import { type Database, type Query, rowsOf, type Statement, statementOf } from '../db/index.ts';

/** The actor's rights or sign-in changed since they were loaded; the request starts over with fresh ones. */
export class ActorChanged extends Error {}

/**
 * Read access of one request. The first flight also carries the check that the actor's rights are still what they
 * were when loaded, so a revocation acts on this very request without a trip of its own.
 */
export class Reader {
  /** Statements sent so far, begin and commit apart. */
  statements = 0;
  readonly orgId: string;
  readonly #database: Database;
  #guard: { statement: Statement; epoch: string } | undefined;

  constructor(database: Database, actor: Actor, guard: Statement) {
    this.#database = database;
    this.orgId = actor.orgId;
    this.#guard = { statement: guard, epoch: actor.epoch };
  }

  async many<Row>(query: Query<Row>): Promise<Row[]> {
    const [result] = await this.#fly([statementOf(query)]);
    return result ? rowsOf<Row>(result) : [];
  }

  async maybe<Row>(query: Query<Row>): Promise<Row | undefined> {
    return (await this.many(query))[0];
  }

  /** Several reads in one flight, answered in order; each as its rows. */
  async all<const Queries extends readonly Query<unknown>[]>(
    queries: Queries,
  ): Promise<{ [K in keyof Queries]: Queries[K] extends Query<infer Row> ? Row[] : never }> {
    const results = await this.#fly(queries.map((query) => statementOf(query)));
    return results.map((result) => rowsOf(result)) as never;
  }

  async #fly(statements: Statement[]): Promise<QueryResult[]> {
    const guard = this.#guard;
    this.statements += statements.length;
    if (!guard) return this.#database.read(this.orgId, statements);
    this.#guard = undefined;
    const [check, ...results] = await this.#database.read(this.orgId, [guard.statement, ...statements]);
    if (check?.rows[0]?.epoch !== guard.epoch) throw new ActorChanged();
    return results;
  }
}
