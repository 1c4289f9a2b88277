import { isDeepStrictEqual } from 'node:util';
import type { PickedValue } from '@dealtrail/protocol/records';
import { sql } from 'kysely';
import { maskEmail, maskPhone } from '../../access/index.ts';
import { fieldClassOf } from '../../db/index.ts';
import type { KindRow, Merging, RowSource } from '../../house/module.ts';

/** The rows of these records in the table of their kind, by id. */
export async function rowsOfKind(
  rows: RowSource,
  { table }: Merging,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KindRow>> {
  const found = await rows.many(sql<KindRow & { id: string }>`
    select t.* from ${sql.raw(`seen.${table}`)} t where t.org_id = ${rows.orgId}::uuid and t.id = any(${[...ids]}::uuid[])`);
  return new Map(found.map((row) => [row.id, row]));
}

function shown(value: unknown, contact: boolean): PickedValue {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(String);
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return null;
  if (!contact) return value;
  return value.includes('@') ? maskEmail(value) : maskPhone(value);
}

/** The values of a row a person may choose, contact data masked. */
export const shownValues = ({ table, fields }: Merging, row: KindRow): Record<string, PickedValue> =>
  Object.fromEntries(fields.map((field) => [field, shown(row[field], fieldClassOf(table, field) === 'contact')]));

/** What a merge changed on the survivor, by column. */
export type Chosen = Readonly<Record<string, { readonly before: unknown; readonly after: unknown }>>;

const columns = ({ fields, along = {} }: Merging): string[] => [...fields, ...Object.values(along).flat()];

/** What differs between a row before and after, of the columns that are chosen. */
export const chosenBetween = (merging: Merging, before: KindRow, after: KindRow): Chosen =>
  Object.fromEntries(
    columns(merging)
      .filter((name) => !isDeepStrictEqual(before[name], after[name]))
      .map((name) => [name, { before: before[name] ?? null, after: after[name] ?? null }]),
  );

/** The values to set back: those nobody changed since the merge. */
export const valuesBack = (chosen: Chosen, now: KindRow): KindRow =>
  Object.fromEntries(
    Object.entries(chosen)
      .filter(([name, { after }]) => isDeepStrictEqual(now[name] ?? null, after))
      .map(([name, { before }]) => [name, before]),
  );
