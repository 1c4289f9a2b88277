export { peekSheet, readSheet, type SheetPeek } from './read-sheet.ts';
export { type RowProblem, SheetRefused, type SheetRow, type SheetSummary } from './sheet.ts';
export { type RefusedRow, writeErrorFile } from './writer/write-error-file.ts';
