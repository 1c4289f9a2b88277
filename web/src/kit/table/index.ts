export type { Column } from './columns.ts';
export { DataList } from './list.tsx';
export { useColumns } from './use-columns.tsx';
