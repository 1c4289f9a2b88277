export { ExportButton } from './export-button.tsx';
export { ImportFlow } from './import/import-flow.tsx';
export { TransferList } from './transfer-list.tsx';
export { transferWords, useTransferWords } from './words.ts';
