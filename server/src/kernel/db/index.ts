export { Database } from './database.ts';
export { APP_ROLE, type Logins, loginsFrom, ownerFromUrl } from './logins.ts';
export { DatabaseRefused, migrate, migrationNames } from './migrate.ts';
export { type Login } from './pools.ts';
export { fragment, type Query, rowsOf, type Statement, statementOf } from './query.ts';
export {
  defineTable,
  fieldClassOf,
  type NewRow,
  type RowOf,
} from './tables.ts';
export { streamRows, type TextRow } from './stream-rows.ts';
export type { Origin, RuleAct } from './origin.ts';
export { PlanNames } from './plan-names.ts';
export { StaleRow } from './stale-row.ts';
export { Tx } from './tx.ts';
