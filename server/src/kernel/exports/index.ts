export { column, type ExportKind, usual } from './export-kind.ts';
export { exportsOfRecord } from './read-exports.ts';
export { runDueExport } from './run-export.ts';
