export { column, type ExportKind, usual } from './export-kind.ts';
export { giveTable } from './give-table.ts';
export { runDueExport } from './run-export.ts';
