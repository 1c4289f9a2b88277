import type { ReactNode } from 'react';

/** One column of a list. The first one names the row: it is always shown and stays in sight. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly render: (row: Row) => ReactNode;
  /** Marks beside the name, outside its link; first column only. */
  readonly renderBeside?: (row: Row) => ReactNode;
  /** Field the server sorts by; without it the head is not pressable. */
  readonly sortBy?: string;
  /** Numbers and amounts stand at the end of their column. */
  readonly end?: boolean;
  /** Not shown until a person asks for it. */
  readonly startsHidden?: boolean;
}

/** A sort as the server takes it: `dueAt`, or `-dueAt` for descending. */
export function sortAfterPress(sort: string | undefined, field: string): string {
  return sort === field ? `-${field}` : field;
}

/** Direction of a column's head under the current sort. */
export function sortOf(sort: string | undefined, field: string | undefined): 'ascending' | 'descending' | undefined {
  if (!field || !sort) return undefined;
  if (sort === field) return 'ascending';
  return sort === `-${field}` ? 'descending' : undefined;
}

/** Which columns stand, given what a person has chosen before; unknown keys of an older version are ignored. */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly string[] | undefined,
): readonly Column<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  const wanted = chosen ? new Set(chosen) : undefined;
  return [first, ...rest.filter((column) => (wanted ? wanted.has(column.key) : !column.startsHidden))];
}

/** Rows to draw: those in sight and some around them. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const OVERSCAN = 10;

/** Rows in sight of a scroll position, moved in steps so that small scrolls draw nothing new. */
export function windowAt(scrollTop: number, height: number, rowHeight: number, count: number): Window {
  const step = 5;
  const first = Math.floor(scrollTop / rowHeight / step) * step;
  const visible = Math.ceil(height / rowHeight) + step;
  return { from: Math.max(0, first - OVERSCAN), to: Math.min(count, first + visible + OVERSCAN) };
}
