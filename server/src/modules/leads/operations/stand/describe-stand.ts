import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { campaignsQuery } from '../../../campaigns/index.ts';
import { standEntriesQuery } from '../../store/stand-query.ts';

/** Source of a stand whose campaign names none. */
const EXHIBITION = 'exhibition';

/** What the phone page of a stand shows; no cost of the campaign is told. */
export const describeStand = handleRead(protocol.describeStand, async ({ actor, read, input, time }) => {
  const { zone } = actor.organization;
  const [[campaign], today] = await read.all([
    campaignsQuery(actor.orgId, input.id),
    standEntriesQuery(actor.orgId, input.id, time.today(zone), zone),
  ]);
  if (!campaign) throw problem('not_found');
  return { campaign, source: campaign.source ?? EXHIBITION, today };
});
