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
  /** Under which heading a row stands while the list is sorted by this column; without it the column makes no groups. */
  readonly groupOf?: (row: Row) => string;
}

/** One chosen column: its key, and its width in CSS pixels where a person set one. */
export interface ChosenColumn {
  readonly key: string;
  readonly width: number | null;
}

export const NARROWEST = 56;
export const WIDEST = 720;

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

/**
 * The columns that stand, in order and width, given what a person chose; keys of an older version are ignored. The first
 * column names the row: it is always there and always first.
 */
export function shownColumns<Row>(
  columns: readonly Column<Row>[],
  chosen: readonly ChosenColumn[] | null | undefined,
): readonly Column<Row>[] {
  const [first, ...rest] = columns;
  if (!first) return [];
  if (!chosen) return [first, ...rest.filter((column) => !column.startsHidden)];
  const sized = (column: Column<Row>) => {
    const width = chosen.find(({ key }) => key === column.key)?.width;
    return width ? { ...column, width: clampWidth(width) } : column;
  };
  const found = chosen.flatMap(({ key }) => rest.find((column) => column.key === key) ?? []);
  return [first, ...found].map(sized);
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

/** What stands as a choice to be changed; widths only where they differ from the usual. */
export function chosenOf<Row>(columns: readonly Column<Row>[], shown: readonly Column<Row>[]): readonly ChosenColumn[] {
  return shown.map(({ key, width }) => ({
    key,
    width: columns.find((column) => column.key === key)?.width === width ? null : width,
  }));
}

/** The choice after a column moved by some places; it never passes the first. */
export function movedColumn(chosen: readonly ChosenColumn[], key: string, by: number): readonly ChosenColumn[] {
  const from = chosen.findIndex((column) => column.key === key);
  const to = Math.min(chosen.length - 1, Math.max(1, from + by));
  const column = chosen[from];
  if (!column || from < 1 || from === to) return chosen;
  const others = chosen.filter((_, index) => index !== from);
  return [...others.slice(0, to), column, ...others.slice(to)];
}

/** A line of a list: a row with its place among the rows, or the heading of the group that begins there. */
export type Line<Row> =
  | { readonly heading: string; readonly key: string }
  | { readonly row: Row; readonly index: number };

/** Rows with a heading wherever the group changes; without groups just the rows. */
export function linesOf<Row>(rows: readonly Row[], groupOf: ((row: Row) => string) | undefined): readonly Line<Row>[] {
  const lines: Line<Row>[] = [];
  let before: string | undefined;
  for (const [index, row] of rows.entries()) {
    const heading = groupOf?.(row);
    if (heading !== undefined && heading !== before) lines.push({ heading, key: `${index} ${heading}` });
    before = heading;
    lines.push({ row, index });
  }
  return lines;
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
