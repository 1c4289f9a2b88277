import type { Why } from '@dealtrail/protocol/kernel';
import { cleanCell, cleanChoice } from './clean-cell.ts';

/** A field as far as columns are planned by it. */
export interface PlannedField {
  readonly name: string;
  readonly choice?: boolean;
}

/** Which column feeds which field; columns count from 0. */
export interface ColumnPlan {
  readonly columns: readonly { readonly at: number; readonly field: PlannedField }[];
}

/** What is wrong with one entry of a mapping. */
export interface MappingFault {
  readonly column: string;
  readonly code: 'unknown_column' | 'unknown_field' | 'field_twice' | 'nothing_mapped';
}

const MOST_FAULTS = 50;

function folded(header: string): string {
  return header.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/**
 * Plans the columns of a file by a mapping from header to field; '' leaves a column out. Every entry must name a column
 * of the file and a field of the kind, and no field twice.
 */
export function planColumns(
  header: readonly string[],
  mapping: ReadonlyMap<string, string>,
  fields: readonly PlannedField[],
): { readonly plan: ColumnPlan } | { readonly faults: readonly MappingFault[] } {
  const fieldsByName = new Map(fields.map((field) => [field.name, field]));
  const columns: { at: number; field: PlannedField }[] = [];
  const faults: MappingFault[] = [];
  const taken = new Set<string>();
  for (const [column, name] of mapping) {
    const at = header.indexOf(folded(column));
    const field = fieldsByName.get(name);
    if (at < 0 || column.trim() === '') faults.push({ column, code: 'unknown_column' });
    else if (name === '') continue;
    else if (!field) faults.push({ column, code: 'unknown_field' });
    else if (taken.has(name)) faults.push({ column, code: 'field_twice' });
    else columns.push({ at, field });
    taken.add(name);
  }
  if (faults.length === 0 && columns.length === 0) faults.push({ column: '', code: 'nothing_mapped' });
  return faults.length > 0 ? { faults: faults.slice(0, MOST_FAULTS) } : { plan: { columns } };
}

/** A row of a file with what its reading found wrong; `column` counts from 1. */
export interface FileRow {
  readonly cells: readonly string[];
  readonly problems?: readonly { readonly code: string; readonly column: number }[];
}

/** Why a row as it stands in the file cannot be taken in: damage in a column that is used, or cells that moved. */
export function damageOf(row: FileRow, plan: ColumnPlan): Why[] {
  const used = new Set(plan.columns.map(({ at }) => at + 1));
  return (row.problems ?? [])
    .filter(({ code, column }) => code === 'extra_cells' || used.has(column))
    .map(({ code, column }) => ({ key: `imports.row.${code}`, params: { column } }));
}

/** The cleaned cells of a row by field name; '' where a cell is empty or only says that nothing was chosen. */
export function cellsOf(row: FileRow, plan: ColumnPlan): Record<string, string> {
  const cells: Record<string, string> = {};
  for (const { at, field } of plan.columns) {
    const cell = row.cells[at] ?? '';
    cells[field.name] = field.choice ? cleanChoice(cell) : cleanCell(cell);
  }
  return cells;
}
