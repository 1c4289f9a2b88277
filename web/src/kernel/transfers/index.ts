export { ExportButton } from './export-button.tsx';
export { usePasteToImport } from './import/carried-cells.ts';
export { ImportFlow } from './import/import-flow.tsx';
export { useTakeFile } from './take-file.ts';
export { TransferSheet } from './transfer-sheet.tsx';
export { TransferList } from './transfer-list.tsx';
export { useTransferWords } from './words.ts';
