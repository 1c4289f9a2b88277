export { BulkCourse, BulkDialog } from './bulk-dialog.tsx';
export { type BulkAct, type BulkProps, PickedList } from './picked-list.tsx';
export { GoingAlong } from './going-along.tsx';
export { useBulk } from './use-bulk.ts';
