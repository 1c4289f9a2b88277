import * as protocol from '@dealtrail/protocol/campaigns';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { membersExist } from '../../organization/index.ts';
import { foldedNames } from '../rules/campaign-name.ts';
import {
  campaignNamesQuery,
  campaignsQuery,
  insertCampaign,
  lockCampaign,
  namesTakenQuery,
  saveCampaign,
  saveNames,
} from '../store/campaign-store.ts';

/** Campaigns with their costs. */
export const listCampaigns = handleRead(protocol.listCampaigns, async ({ actor, read }) => ({
  items: await read.many(campaignsQuery(actor.orgId)),
}));

/** How the campaigns are called. */
export const listCampaignNames = handleRead(protocol.listCampaignNames, async ({ actor, read }) => ({
  items: await read.many(campaignNamesQuery(actor.orgId)),
}));

interface Named {
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

/** Gives a campaign its names, none of which may mean another one; tells which are new. */
async function nameIt(tx: Tx, { id, name, otherNames }: Named): Promise<void> {
  const folded = foldedNames(name, otherNames);
  const taken = (await tx.many(namesTakenQuery(tx.orgId, folded))).find(({ campaignId }) => campaignId !== id);
  if (taken) {
    const same = [name, ...otherNames].find((text) => foldedNames(text, [])[0] === taken.folded) ?? name;
    throw problem('campaign_name_taken', {
      params: { name: same, other: taken.name },
      fields: [{ path: same === name ? 'name' : 'otherNames', code: 'campaign_name_taken', message: taken.name }],
    });
  }
  const fresh = await saveNames(tx, id, folded);
  if (fresh.length > 0) tx.publish({ type: 'campaigns.named', recordId: id, data: { names: fresh } });
}

function refuseReversed(startsOn: string | null, endsOn: string | null): void {
  if (startsOn !== null && endsOn !== null && endsOn < startsOn)
    throw problem('campaign_days_reversed', {
      fields: [{ path: 'endsOn', code: 'campaign_days_reversed', message: endsOn }],
    });
}

/** Makes a campaign; its leads are found by its names. */
export const createCampaign = handle(protocol.createCampaign, async ({ actor, tx, input, time }) => {
  const { id = time.newId(), otherNames = [], source = null, note = null, ...told } = input;
  refuseReversed(told.startsOn, told.endsOn);
  if (told.ownerId !== null) await membersExist(tx, [told.ownerId], 'ownerId');
  const currency = told.currency ?? actor.organization.currency;
  await insertCampaign(tx, { ...told, id, otherNames, source, note, currency, createdAt: time.now(), version: 1 });
  await nameIt(tx, { id, name: told.name, otherNames });
  return tx.one(campaignsQuery(tx.orgId, id));
});

/** Changes a campaign. */
export const updateCampaign = handle(protocol.updateCampaign, async ({ tx, input }) => {
  const { id, version, ...patch } = input;
  const campaign = await lockCampaign(tx, id);
  if (!campaign) throw problem('not_found');
  if (campaign.version !== version)
    throw problem('stale_version', { current: await tx.one(campaignsQuery(tx.orgId, id)) });
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const { name, otherNames, startsOn, endsOn } = { ...campaign, ...given };
  refuseReversed(startsOn, endsOn);
  if (patch.ownerId) await membersExist(tx, [patch.ownerId], 'ownerId');
  await saveCampaign(tx, campaign, given);
  if (patch.name !== undefined || patch.otherNames !== undefined) await nameIt(tx, { id, name, otherNames });
  return tx.one(campaignsQuery(tx.orgId, id));
});
