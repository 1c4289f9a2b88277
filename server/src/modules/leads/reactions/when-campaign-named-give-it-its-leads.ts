import type { Reaction } from '../../../kernel/house/module.ts';
import { foldCampaignName } from '../../campaigns/index.ts';
import { giveCampaign, unknownCampaigns } from '../store/campaign-query.ts';

/** Reaction: leads that told the name of a campaign before it was registered belong to it from then on. */
export const whenCampaignNamedGiveItItsLeads: Reaction = {
  name: 'leads.give_campaign',
  on: ['campaigns.named'],
  async run({ tx, event }) {
    const { names } = event.data as unknown as { names: readonly string[] };
    const texts = (await unknownCampaigns(tx)).filter((text) => names.includes(foldCampaignName(text)));
    if (texts.length > 0) await giveCampaign(tx, event.recordId, texts);
  },
};
