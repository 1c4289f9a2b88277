import type { FilterContext } from './condition.ts';
import { columnOf, type FieldKind, type FilterField, type FilterFields } from './field.ts';
import { FilterRefused } from './refused.ts';

/** Where a page ended: the sorted value of its last row, as the API shows it, and the row's id. */
export interface Position {
  readonly value: string | number;
  readonly id: string;
}

/** A sort as SQL. */
export interface CompiledSort {
  readonly field: FilterField;
  readonly descending: boolean;
  /** The sort as it was asked: `-createdAt`. */
  readonly text: string;
  /** For `order by`: the column, then the id, both in one direction. */
  readonly orderBy: string;
  /** Condition for the rows behind a position; parameters are numbered from `$offset+1`. */
  after(position: Position, offset?: number): { sql: string; parameters: unknown[] };
}

/** Where the sorted table stands in the statement. */
export interface SortPlacement {
  readonly alias?: string;
  /** Column of the row's id; `id` unless said otherwise. */
  readonly idColumn?: string;
}

const CASTS: Readonly<Partial<Record<FieldKind, string>>> = {
  text: 'text',
  enum: 'text',
  number: 'numeric',
  money: 'bigint',
  date: 'date',
  instant: 'timestamptz',
};

/**
 * Sorts a list by one offered field, `name` upwards or `-name` downwards, the id breaking ties.
 * @throws FilterRefused when the field is unknown, hidden from the asker or not offered for sorting.
 */
export function compileSort(
  sort: string,
  fields: FilterFields,
  context: Pick<FilterContext, 'mayUse'>,
  { alias, idColumn = 'id' }: SortPlacement = {},
): CompiledSort {
  const descending = sort.startsWith('-');
  const field = fields.get(descending ? sort.slice(1) : sort);
  if (!field) throw new FilterRefused('sort', 'unknown_field');
  if (!context.mayUse(field)) throw new FilterRefused('sort', 'field_not_allowed');
  const cast = CASTS[field.kind];
  if (!field.sortable || !cast) throw new FilterRefused('sort', 'not_sortable');
  const column = columnOf({ ...field, column: field.sortColumn ?? field.column }, alias);
  const id = alias === undefined ? idColumn : `${alias}.${idColumn}`;
  const direction = descending ? ' desc' : '';
  return {
    field,
    descending,
    text: sort,
    orderBy: `${column}${direction}, ${id}${direction}`,
    after: (position, offset = 0) => ({
      sql: `(${column}, ${id}) ${descending ? '<' : '>'} ($${offset + 1}::${cast}, $${offset + 2}::uuid)`,
      parameters: [position.value, position.id],
    }),
  };
}
