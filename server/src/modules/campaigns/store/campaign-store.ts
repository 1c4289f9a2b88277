import type { Campaign, CampaignName } from '@dealtrail/protocol/campaigns';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { foldCampaignName } from '../rules/campaign-name.ts';
import { campaignNamesTable, campaignsTable } from '../tables.ts';

export type CampaignRow = RowOf<'campaigns'>;

/** Query for campaigns with the names of their owners; one of them, or all, the latest start first. */
export function campaignsQuery(orgId: string, id?: string) {
  return sql<Campaign>`
    select c.id, c.name, c.other_names, c.kind, c.source, c.starts_on, c.ends_on, c.planned_minor, c.actual_minor, c.currency,
      c.owner_id, m.name as owner_name, c.state, c.note, c.version
    from seen.campaigns c left join seen.members m on m.org_id = c.org_id and m.id = c.owner_id
    where c.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`c.id = ${id}::uuid`}
    order by c.starts_on desc nulls last, c.id desc`;
}

/** Query for how the campaigns are called; those people may name first. */
export function campaignNamesQuery(orgId: string) {
  return sql<CampaignName>`
    select c.id, c.name, c.kind, c.state, c.starts_on from seen.campaigns c where c.org_id = ${orgId}::uuid
    order by c.state = 'running' desc, c.starts_on desc nulls last, c.id desc`;
}

/** Which campaign each of these texts means; asks nothing where none is given. */
export async function campaignsMeantBy(
  tx: Tx,
  texts: readonly (string | null)[],
): Promise<(text: string | null) => string | null> {
  const folded = [...new Set(texts.flatMap((text) => (text === null ? [] : [foldCampaignName(text)])))];
  if (folded.length === 0) return () => null;
  const known = await tx.many(sql<{ folded: string; campaignId: string }>`
    select n.folded, n.campaign_id from seen.campaign_names n
    where n.org_id = ${tx.orgId}::uuid and n.folded = any(${folded}::text[])`);
  const meant = new Map(known.map(({ folded: name, campaignId }) => [name, campaignId]));
  return (text) => (text === null ? null : (meant.get(foldCampaignName(text)) ?? null));
}

/** Query for which of these folded names belong to a campaign, and to which. */
export function namesTakenQuery(orgId: string, folded: readonly string[]) {
  return sql<{ folded: string; campaignId: string; name: string }>`
    select n.folded, n.campaign_id, c.name from seen.campaign_names n
    join seen.campaigns c on c.org_id = n.org_id and c.id = n.campaign_id and c.org_id = ${orgId}::uuid
    where n.org_id = ${orgId}::uuid and n.folded = any(${[...folded]}::text[])`;
}

/** Keeps a new campaign. */
export async function insertCampaign(tx: Tx, campaign: NewRow<'campaigns'>): Promise<void> {
  await tx.insert(campaignsTable, [campaign]);
}

/** Locks a campaign for its change. */
export function lockCampaign(tx: Tx, id: string): Promise<CampaignRow | undefined> {
  return tx.lock(campaignsTable, { id });
}

/** Saves what changed of a campaign. */
export async function saveCampaign(tx: Tx, row: CampaignRow, patch: Partial<NewRow<'campaigns'>>): Promise<void> {
  await tx.update(campaignsTable, row, patch);
}

/** Makes these the names of a campaign; returns those it did not have before. */
export async function saveNames(tx: Tx, campaignId: string, folded: readonly string[]): Promise<string[]> {
  const had = await tx.many(sql<RowOf<'campaign_names'>>`
    select n.folded, n.campaign_id from seen.campaign_names n
    where n.org_id = ${tx.orgId}::uuid and n.campaign_id = ${campaignId}::uuid`);
  for (const name of had.filter((known) => !folded.includes(known.folded))) await tx.remove(campaignNamesTable, name);
  const fresh = folded.filter((name) => !had.some((known) => known.folded === name));
  if (fresh.length > 0)
    await tx.insert(
      campaignNamesTable,
      fresh.map((name) => ({ folded: name, campaignId })),
    );
  return fresh;
}
