import type { Actor } from '../access/index.ts';
import { compileSort, declareFields, type FilterField, type FilterFields } from '../filters/index.ts';

/** A list as its chapter declares it. `Row` is what one item looks like; money in minor units, instants as RFC 3339 text. */
export interface ListFacts<Row extends { id: string }> {
  /** Which list, such as `leads.list`; a cursor is good for one list only. */
  readonly list: string;
  /** Record kind of its rows; free text is searched among heads of this kind. */
  readonly kind: string;
  /** The chapter's table and its left joins, each with org_id; the head joins as `r` by itself. */
  readonly from: string;
  /** Alias of the table that has org_id, id, owner_id and department_id. */
  readonly alias: string;
  /** SQL of each property; braces stand for `{now} {me} {today} {zone}`, typed where used: `{now}::timestamptz`. */
  readonly columns: { readonly [Name in keyof Row]: string };
  /** What may be asked and sorted by; sortable columns are never null and have an index (org_id, column, id). */
  readonly fields: readonly FilterField[];
  /** `name` or `-name` of a sortable field. */
  readonly defaultSort: string;
  /** Permission whose scope decides which rows are seen, such as `leads.read`; of rows on records of many kinds `member`. */
  readonly permission: string;
  /**
   * For rows that hang on records of many kinds: SQL of the record's id and of the member the row belongs to. A row is
   * seen where the record is; who reaches no more than their own records sees rows of their own.
   */
  readonly onRecord?: { readonly id: string; readonly owner: string };
  /** Permission whose scope decides which rows may be found by a phone number or address, such as `leads.reveal`. */
  readonly reveal?: string;
  /** SQL of the texts that free text must really stand in, beside title and number of the head. */
  readonly searchable?: readonly string[];
  /** Whether this member sees the field as it is; by default public fields only, since the others are masked. */
  mayUse?(actor: Actor, field: FilterField): boolean;
}

/** What SQL of a list may name in braces. */
export type Place = 'now' | 'me' | 'today' | 'zone';

/** Declared SQL with its braces turned into parameters, in the order of `places`. */
export interface PlacedText {
  readonly text: string;
  readonly places: readonly Place[];
}

/** A declared list, checked and prepared. */
export interface ListSpec<Row extends { id: string }> extends Omit<ListFacts<Row>, 'fields'> {
  readonly fields: FilterFields;
  readonly item: string;
  readonly source: string;
}

/** A declared list whatever its rows are. */
export type AnyList = Omit<ListSpec<{ id: string }>, 'columns'>;

/** Offered sorts a list: each costs an index on the write path. */
const MOST_SORTS = 5;

/** The instant as answers show it: RFC 3339, UTC, milliseconds. */
export function instant(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** Turns the braces of declared SQL into `$1…`. */
export function placed(text: string): PlacedText {
  const places: Place[] = [];
  const numbered = text.replace(/\{(now|me|today|zone)\}/g, (_, place: Place) => {
    if (!places.includes(place)) places.push(place);
    return `$${places.indexOf(place) + 1}`;
  });
  return { text: numbered, places };
}

/**
 * Declares a list.
 * @throws RangeError when the declaration is wrong, so that the house does not start with it.
 */
export function defineList<Row extends { id: string }>(facts: ListFacts<Row>): ListSpec<Row> {
  const fields = declareFields(facts.fields);
  const sortable = facts.fields.filter((field) => field.sortable);
  if (sortable.length > MOST_SORTS) throw new RangeError(`list ${facts.list} offers more than ${MOST_SORTS} sorts`);
  compileSort(facts.defaultSort, fields, { mayUse: () => true }, { alias: facts.alias });
  const columns = Object.entries(facts.columns).map(([name, column]) => `${column} as "${name}"`);
  return {
    ...facts,
    fields,
    item: `(select row_to_json(item) from (select ${columns.join(', ')}) item)`,
    source: `${facts.from} left join seen.records r on r.org_id = ${facts.alias}.org_id and r.id = ${facts.onRecord?.id ?? `${facts.alias}.id`}`,
  };
}
