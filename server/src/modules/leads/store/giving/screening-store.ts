import { sql } from 'kysely';
import { defineTable, type RowOf, type Tx } from '../../../../kernel/db/index.ts';
import type { Screener } from '../../rules/giving/screening.ts';

interface LeadScreeningTable {
  orgId: string;
  everything: boolean;
  /** Keys of listed sources, and `unlisted`. */
  sources: string[];
  screenerIds: string[];
  version: number;
}

declare module '../../../../kernel/db/tables.ts' {
  interface Tables {
    lead_screening: LeadScreeningTable;
  }
}

const leadScreeningTable = defineTable({ name: 'lead_screening', key: [], versioned: true, auditedBy: 'orgId' });

/** What an organisation keeps of its screening. */
export type ScreeningRow = Omit<RowOf<'lead_screening'>, 'orgId'>;

/** Query for which leads are screened and by whom; no row: none. */
export function screeningQuery(orgId: string) {
  return sql<ScreeningRow>`
    select everything, sources, screener_ids, version from seen.lead_screening where org_id = ${orgId}::uuid`;
}

/** Keeps which leads are screened and by whom. */
export async function saveScreening(tx: Tx, written: Omit<ScreeningRow, 'version'>): Promise<void> {
  const kept = await tx.lock(leadScreeningTable, {});
  if (kept) await tx.update(leadScreeningTable, kept, written);
  else await tx.insert(leadScreeningTable, [{ ...written, version: 1 }]);
}

/** Somebody who may screen leads. */
export interface ScreenerRow extends Screener {
  readonly name: string;
  readonly departmentId: string | null;
}

/** Query for the active people among these, with the leads that wait for each; `today` decides who is away. */
export function screenersQuery(orgId: string, memberIds: readonly string[], today: string) {
  return sql<ScreenerRow>`
    select m.id, m.name, m.department_id,
      (m.absent_from is not null or m.absent_until is not null)
        and coalesce(m.absent_from <= ${today}::date, true) and coalesce(m.absent_until >= ${today}::date, true) as absent,
      (select count(*)::int from seen.leads l
        where l.org_id = m.org_id and l.owner_id = m.id and l.state = 'screening') as waiting
    from seen.members m where m.org_id = ${orgId}::uuid and m.id = any(${[...memberIds]}::uuid[]) and m.active order by m.id`;
}
