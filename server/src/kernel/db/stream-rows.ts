import type { Database } from './database.ts';
import type { Statement } from './query.ts';

/** Longest one piece may take; a request's own statements have far less. */
const PIECE_LIMIT_MS = 60_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A row as PostgreSQL writes it: one text or null a column. */
export type TextRow = readonly (string | null)[];

/**
 * Reads a statement of any length piece by piece through a cursor, as of one moment, on a connection of its own. Every
 * column must be text. The connection goes back when the reader ends, early or not.
 */
export async function* streamRows(
  database: Pick<Database, 'streams'>,
  orgId: string,
  statement: Statement,
  pieceRows: number,
): AsyncGenerator<readonly TextRow[]> {
  if (!UUID.test(orgId)) throw new Error('organisation id is not a UUID');
  const client = await database.streams.connect();
  let ended = false;
  try {
    // All rows will be read, so the plan that is good for all of them is wanted, not the one with a quick start.
    await client.query(
      `begin isolation level repeatable read read only; set local app.org_id = '${orgId}'; set local statement_timeout = ${PIECE_LIMIT_MS}; set local cursor_tuple_fraction = 1`,
    );
    await client.query({
      text: `declare piecewise no scroll cursor for ${statement.text}`,
      values: [...statement.values],
    });
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `fetch ${pieceRows} from piecewise`,
        rowMode: 'array',
      });
      if (rows.length > 0) yield rows;
      if (rows.length < pieceRows) break;
    }
    await client.query('commit');
    ended = true;
  } finally {
    // What is left open, be it by an error or a reader that had enough, is not worth keeping the connection for.
    client.release(!ended);
  }
}
