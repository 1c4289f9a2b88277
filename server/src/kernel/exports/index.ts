export { column, type ExportKind, usual } from './export-kind.ts';
export { runDueExport } from './run-export.ts';
