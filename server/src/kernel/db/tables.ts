import type { Insertable, Selectable } from 'kysely';

/**
 * Every table of the product by its name. A chapter adds its own in `tables.ts`:
 * `declare module '…/kernel/db/tables.ts' { interface Tables { leads: LeadTable } }`.
 */
export interface Tables {}

/** Reads go to the views `seen.…`, row locks and writes to the tables `app.…`. */
export type ReadableTables = { [Name in keyof Tables as `seen.${Name & string}`]: Tables[Name] } & {
  [Name in keyof Tables as `app.${Name & string}`]: Tables[Name];
};

/** How delicate a field is; decides who sees it, masked or at all, and how it is kept in the audit. */
export type FieldClass = 'public' | 'contact' | 'price' | 'cost';

/** What the write doors must know about a table. */
export interface TableFacts<Name extends keyof Tables & string> {
  readonly name: Name;
  /** Column that holds the organisation; `id` for the organisation's own row, otherwise `org_id`. */
  readonly tenant?: 'id';
  /** Key columns beside org_id. */
  readonly key: readonly string[];
  /** True where people edit rows: each update raises `version`. */
  readonly versioned: boolean;
  /**
   * Column with the record the row hangs on, for the audit; `orgId` for settings of the organisation itself. Absent: the
   * row is not audited.
   */
  readonly auditedBy?: string;
  /** Delicate columns by class; the others are public. */
  readonly classes?: Readonly<Record<string, FieldClass>>;
  /** Columns whose change is no news: derived or technical. */
  readonly unaudited?: readonly string[];
}

const declared = new Map<string, TableFacts<never>>();

/** Declares how a table is written. */
export function defineTable<Name extends keyof Tables & string>(facts: TableFacts<Name>): TableFacts<Name> {
  declared.set(facts.name, facts as TableFacts<never>);
  return facts;
}

/** How delicate a field of a table is; public where nothing else was declared. */
export function fieldClassOf(table: string, field: string): FieldClass {
  return declared.get(table)?.classes?.[field] ?? 'public';
}

/** A row as it is read. */
export type RowOf<Name extends keyof Tables> = Selectable<Tables[Name]>;
/** A row as it is inserted; org_id is added by the transaction. */
export type NewRow<Name extends keyof Tables> = Omit<Insertable<Tables[Name]>, 'orgId'>;
