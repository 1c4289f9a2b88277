export {
  type ImportKind,
  importKind,
  type ImportRow,
  type ImportRun,
  type RowOutcome,
} from './import-kind.ts';
export { importRoutes } from './import-routes.ts';
export { importsQuery, presentImport } from './import-view.ts';
export { runDueImport } from './run-import.ts';
export { prepareImport, queueImport } from './start-import.ts';
