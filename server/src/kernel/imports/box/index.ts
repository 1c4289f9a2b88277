export { peekSheet, readSheet, type SheetPeek } from './read-sheet.ts';
export { type SheetChoices, SheetRefused, type SheetRow } from './sheet.ts';
export { type RefusedRow, writeErrorFile } from './write-error-file.ts';
