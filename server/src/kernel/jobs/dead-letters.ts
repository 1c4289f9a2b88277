import type { Database } from '../db/index.ts';
import type { ReactionJob } from '../events/index.ts';
import { REACT_DEAD } from './queues.ts';

/** A reaction that failed every try: what it was to do, since when it waits, what it last said. */
export interface DeadLetter extends ReactionJob {
  readonly id: string;
  readonly since: Date;
  readonly problem: string;
}

const SHOWN = 200;

/** The newest 200 reactions that failed every try, of all organisations: for the operator. */
export async function deadLetters(database: Database): Promise<DeadLetter[]> {
  const { rows } = await database.writes.query(
    `select id, data, created_on as since, coalesce(source_output ->> 'message', source_output::text, '') as problem
     from pgboss.job where name = $1 and state < 'completed' order by created_on desc limit $2`,
    [REACT_DEAD, SHOWN],
  );
  return (rows as { id: string; data: ReactionJob; since: Date; problem: string }[]).map(({ data, ...row }) => ({
    ...row,
    ...data,
  }));
}
