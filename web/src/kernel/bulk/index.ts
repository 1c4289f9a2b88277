export { BulkDialog } from './bulk-dialog.tsx';
export { usePicked } from './use-picked.ts';
