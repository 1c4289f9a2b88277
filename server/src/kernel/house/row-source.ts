import type { Query } from '../db/index.ts';

/** What rows can be read from: a transaction or a reading request. */
export interface RowSource {
  readonly orgId: string;
  many<Row>(query: Query<Row>): Promise<Row[]>;
}
