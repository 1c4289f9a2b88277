import * as protocol from '@dealtrail/protocol/insights';
import type { Campaign } from '@dealtrail/protocol/campaigns';
import { scopeOf } from '../../../kernel/access/index.ts';
import { handleRead } from '../../../kernel/http/handle.ts';
import { campaignsQuery } from '../../campaigns/index.ts';
import { homeFirst } from '../../opportunities/index.ts';
import { costPer } from '../rules/cost-per.ts';
import { drillOf, holds, isConverted, isGiven, isQualified } from '../rules/drill.ts';
import { perMille } from '../rules/rates.ts';
import { type CampaignCount, campaignCounts, campaignSums, unknownCampaigns } from '../store/campaign-query.ts';

const nobody = { leads: 0, invalid: 0, qualified: 0, converted: 0 };

function costOf({ actualMinor, plannedMinor }: Campaign): protocol.CampaignFigures['cost'] {
  if (actualMinor !== null) return { minor: actualMinor, kind: 'actual' };
  return plannedMinor === null ? null : { minor: plannedMinor, kind: 'planned' };
}

/** One campaign with its counts; a head costs something only where every lead was counted. */
function present(
  campaign: Campaign,
  count: Omit<CampaignCount, 'campaignId'>,
  signed: readonly { readonly currency: string; readonly signedMinor: number }[],
  whole: boolean,
): protocol.CampaignFigures {
  const { leads, invalid, qualified, converted } = count;
  const cost = costOf(campaign);
  const told = whole ? (cost?.minor ?? null) : null;
  const rate = perMille(converted, leads);
  const own = holds('campaignId', campaign.id);
  return {
    campaign,
    leads,
    invalid,
    qualified,
    converted,
    rate: rate === undefined ? null : rate / 10,
    signed: signed.map(({ currency, signedMinor }) => ({
      currency,
      signedMinor,
      drill: drillOf(own, holds('signedCurrency', currency)),
    })),
    cost,
    costPerLead: costPer(told, leads),
    costPerQualified: costPer(told, qualified),
    costPerConversion: costPer(told, converted),
    drills: {
      leads: drillOf(own),
      invalid: drillOf(own, holds('state', 'invalid')),
      qualified: drillOf(own, isQualified),
      converted: drillOf(own, isConverted),
    },
  };
}

/** Campaigns side by side: what came of each, and what that cost. */
export const campaigns = handleRead(protocol.campaigns, async (context) => {
  const { actor, read, input } = context;
  const mapped = input.id === undefined ? isGiven('campaignId') : holds('campaignId', input.id);
  const [known, counts, sums, texts] = await read.all([
    campaignsQuery(actor.orgId, input.id),
    campaignCounts(context, drillOf(mapped)),
    campaignSums(context, drillOf(mapped)),
    unknownCampaigns(context, drillOf(isGiven('campaign'), holds('campaignId', null))),
  ]);
  const whole = scopeOf(actor, 'leads.read') === 'all';
  const countOf = new Map(counts.map((count) => [count.campaignId, count]));
  const sumsOf = Map.groupBy(sums, ({ campaignId }) => campaignId);
  return {
    items: known.map((campaign) => {
      const signed = homeFirst(sumsOf.get(campaign.id) ?? [], actor.organization.currency);
      return present(campaign, countOf.get(campaign.id) ?? nobody, signed, whole);
    }),
    unknown:
      input.id === undefined
        ? texts.map(({ text, leads }) => ({
            text,
            leads,
            drill: drillOf(holds('campaign', text), holds('campaignId', null)),
          }))
        : [],
    whole,
  };
});
