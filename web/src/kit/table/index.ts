export { ColumnChooser } from './column-chooser.tsx';
export { type ChosenColumn, chosenOf, type Column, shownColumns } from './columns.ts';
export { EditCell } from './edit-cell.tsx';
export { DataList } from './list.tsx';
export type { ListProps } from './list-props.ts';
