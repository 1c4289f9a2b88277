import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';

/** The texts of campaigns that leads tell and no campaign is known by. */
export async function unknownCampaigns(tx: Tx): Promise<string[]> {
  const texts = await tx.many(sql<{ campaign: string }>`
    select distinct l.campaign from seen.leads l
    where l.org_id = ${tx.orgId}::uuid and l.campaign_id is null and l.campaign is not null`);
  return texts.map(({ campaign }) => campaign);
}

/** Gives the leads that tell one of these texts their campaign. */
export async function giveCampaign(tx: Tx, campaignId: string, texts: readonly string[]): Promise<void> {
  await tx.run({
    name: 'leads_give_campaign',
    text: `update app.leads set campaign_id = $2
      where org_id = $1 and campaign_id is null and campaign = any($3::text[])`,
    values: [tx.orgId, campaignId, [...texts]],
  });
}
