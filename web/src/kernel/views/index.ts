export { type ListLook, useListLook } from './use-list-look.ts';
export { useTable } from './use-table.tsx';
export { useViewCounts } from './use-view-counts.ts';
export { ValueCell } from './value-cell.tsx';
export { ViewTabs } from './view-tabs.tsx';
