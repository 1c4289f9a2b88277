import type { Lead } from '@dealtrail/protocol/leads';
import { Link } from '../../../../kernel/routing/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { useCampaignNames } from '../../../campaigns/index.ts';

/** The campaign a lead came by: the one that is known, else the text it was told. */
export function LeadCampaign({
  lead: { campaign, campaignId },
}: {
  readonly lead: Pick<Lead, 'campaign' | 'campaignId'>;
}) {
  const names = useCampaignNames().data?.items;
  const mayRead = useMay()('campaigns.read');
  const name = names?.find(({ id }) => id === campaignId)?.name ?? campaign;
  return campaignId !== null && mayRead ? <Link to={`/campaigns/${campaignId}`}>{name}</Link> : name;
}
