export { BulkDialog } from './bulk-dialog.tsx';
export { type Picked, usePicked } from './use-picked.ts';
