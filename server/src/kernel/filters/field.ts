import type { FilterOperator } from '@dealtrail/protocol/kernel';

/** What a field holds, which decides the questions and values it takes. */
export type FieldKind = 'text' | 'number' | 'date' | 'instant' | 'enum' | 'boolean' | 'id' | 'money';

/** How words are found in a text of people, where plain letters are not enough: with what denies or refuses them. */
export interface WordReader {
  /**
   * The first of the words, as it stands in the text: said and not denied; said, and nobody decided against it; or denied,
   * with what denies it.
   */
  find(how: 'mentions' | 'mentionsUnrefused' | 'denies', text: string, words: readonly string[]): string | undefined;
}

/** A field that lists, views, rules and exports may ask; declared by the chapter that owns the column. */
export interface FilterField {
  /** Name in the protocol; a field of a related record is `relation.name`. */
  readonly name: string;
  readonly kind: FieldKind;
  /** Column in snake_case. */
  readonly column: string;
  /** Alias of the joined table the column is in, where it is not the list's own. */
  readonly alias?: string;
  /** Questions offered; by default all of the kind. */
  readonly ops?: readonly FilterOperator[];
  /** Whether lists may be sorted by it; the column is then never null and has an index (org_id, column, id). */
  readonly sortable?: boolean;
  /** The column lists are sorted by where the value may be empty: one that is never null and says where empty ones stand. */
  readonly sortColumn?: string;
  /**
   * Where the value is the smallest among other rows, such as the next due moment among clocks: `table alias where …`
   * joined to the list's own alias; `alias` and `column` name the value there. Costs nothing while it is not asked.
   */
  readonly firstOf?: string;
  /** Whom it is shown to; `public` by default. */
  readonly fieldClass?: 'public' | 'contact' | 'price' | 'cost';
  /** The values of an enum. */
  readonly values?: readonly string[];
  /**
   * Where another column of numbers always says the same as an enum and lists are sorted by it: values are asked for by
   * their number there, so that the planner sees how they lie in that order.
   */
  readonly ranked?: { readonly column: string; readonly ranks: Readonly<Record<string, number>> };
  /** A text that may be asked for words; in memory only. */
  readonly words?: WordReader;
}

/** Fields by name, made by `declareFields`. */
export type FilterFields = ReadonlyMap<string, FilterField>;

const IDENTIFIER = /^[a-z][a-z0-9_]{0,58}$/;
const ORDERED: readonly FilterOperator[] = ['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'between', 'isEmpty'];

/** The questions each kind of field understands. */
const operatorsOf: Readonly<Record<FieldKind, readonly FilterOperator[]>> = {
  text: ['eq', 'ne', 'in', 'contains', 'startsWith', 'isEmpty'],
  number: [...ORDERED, 'in'],
  money: [...ORDERED, 'in'],
  date: [...ORDERED, 'within'],
  instant: [...ORDERED, 'within'],
  enum: ['eq', 'ne', 'in', 'isEmpty'],
  boolean: ['eq', 'ne', 'isEmpty'],
  id: ['eq', 'ne', 'in', 'isEmpty'],
};

/** The questions a text that is read for words understands beside its others. */
const wordOperators: readonly FilterOperator[] = ['mentions', 'mentionsUnrefused', 'denies'];

/** The questions one field takes. */
export function questionsOf({ ops, kind, words }: FilterField): readonly FilterOperator[] {
  const plain = ops ?? operatorsOf[kind];
  return words ? [...wordOperators, ...plain] : plain;
}

/** Whether a text may stand in SQL as a name. */
function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text);
}

function faultOf({
  name,
  kind,
  column,
  alias,
  ops,
  values,
  sortable,
  sortColumn,
  firstOf,
  ranked,
  words,
}: FilterField): string | undefined {
  if (!isIdentifier(column)) return `column ${column} is not snake_case`;
  if (alias !== undefined && !isIdentifier(alias)) return `alias ${alias} is not snake_case`;
  if (sortColumn !== undefined && !isIdentifier(sortColumn)) return `column ${sortColumn} is not snake_case`;
  if (firstOf !== undefined && (sortable || alias === undefined || (kind !== 'date' && kind !== 'instant')))
    return 'the first of many is a date or instant with an alias of its own, and is not sorted by';
  if (ops?.some((op) => !operatorsOf[kind].includes(op))) return `${kind} does not understand one of its operators`;
  if ((kind === 'enum') !== (values !== undefined && values.length > 0)) return 'an enum, and only an enum, has values';
  if (ranked && (!isIdentifier(ranked.column) || !values?.every((value) => value in ranked.ranks)))
    return 'a rank stands for each value of an enum';
  if (words && kind !== 'text') return 'only a text is read for words';
  return /^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z][a-zA-Z0-9_]*)?$/.test(name) ? undefined : 'name is malformed';
}

/**
 * The allow-list of a list, report or rule.
 * @throws RangeError when a declaration is wrong, so that the house does not start with it.
 */
export function declareFields(fields: readonly FilterField[]): FilterFields {
  const declared = new Map<string, FilterField>();
  for (const field of fields) {
    const fault = declared.has(field.name) ? 'declared twice' : faultOf(field);
    if (fault) throw new RangeError(`filter field ${field.name}: ${fault}`);
    declared.set(field.name, field);
  }
  return declared;
}

/** The column as it stands in SQL. */
export function columnOf(field: FilterField, tableAlias: string | undefined): string {
  const alias = field.alias ?? tableAlias;
  return alias === undefined ? field.column : `${alias}.${field.column}`;
}
