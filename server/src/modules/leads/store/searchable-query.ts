import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Identity, RowSource } from '../../../kernel/house/module.ts';
import { duplicates } from '../../customers/index.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { identityOf } from '../intake/normalise-lead.ts';
import { lockLeads, searchableOf } from './lead-store.ts';

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

/** Locks these leads and makes what they are known by. */
export async function leadIdentities(tx: Tx, ids: readonly string[]): Promise<Identity[]> {
  return (await lockLeads(tx, ids)).map((lead) => {
    const { keys, points } = identityOf(factsOf(lead));
    return { id: lead.id, keys: duplicates.matchKeysOf(keys), points };
  });
}
