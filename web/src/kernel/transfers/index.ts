export { ExportButton } from './export-button.tsx';
export { ImportFlow } from './import/import-flow.tsx';
export { TransferList } from './transfer-list.tsx';
export { useTransferWords } from './words.ts';
