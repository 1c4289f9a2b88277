export type { Column } from './columns.ts';
export { DataList } from './list.tsx';
export type { ListProps } from './list-props.ts';
export { useColumns } from './use-columns.tsx';
