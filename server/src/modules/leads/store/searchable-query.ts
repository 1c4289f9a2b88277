import { sql } from 'kysely';
import type { RowSource } from '../../../kernel/house/module.ts';
import { searchableOf } from './lead-store.ts';

/** The texts by which these leads are found, for making their words anew. */
export async function searchableTexts(
  rows: RowSource,
  ids: readonly string[],
): Promise<{ id: string; texts: (string | null)[] }[]> {
  const leads = await rows.many(sql<{
    id: string;
    companyName: string | null;
    contactName: string | null;
    city: string | null;
  }>`
    select id, company_name, contact_name, city from seen.leads where org_id = ${rows.orgId}::uuid and id = any(${[...ids]}::uuid[])`);
  return leads.map((lead) => ({ id: lead.id, texts: searchableOf(lead) }));
}
