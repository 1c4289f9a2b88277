export { BulkDeleteButton } from './bulk-delete-button.tsx';
export { BulkDeleteDialog } from './bulk-delete-dialog.tsx';
export { BulkDialog } from './bulk-dialog.tsx';
export { usePicked } from './use-picked.ts';
