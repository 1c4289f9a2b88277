export { Database, STATEMENT_LIMIT_MS } from './database.ts';
export { APP_ROLE, type Logins, loginsFrom, ownerFromUrl, SWEEP_ROLE } from './logins.ts';
export { DatabaseRefused, migrate, migrationNames } from './migrate.ts';
export { type Login, openPool } from './pools.ts';
export { build, fragment, type Query, rowsOf, type Statement, statementOf } from './query.ts';
export {
  defineTable,
  type FieldClass,
  fieldClassOf,
  type NewRow,
  type RowOf,
  type TableFacts,
  type Tables,
} from './tables.ts';
export type { Origin } from './origin.ts';
export { type NewEvent, StaleRow, Tx } from './tx.ts';
