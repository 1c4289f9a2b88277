import type { Actor } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { takeIn } from '../../../leads/index.ts';
import type { Facts } from '../../rules/inbound/facts-of.ts';
import type { HookRow } from '../../store/inbound-store.ts';

/** Makes or joins the lead of a post and writes into its history by which door it came. */
export async function takePost(
  tx: Tx,
  actor: Actor,
  hook: Pick<HookRow, 'id' | 'name' | 'source' | 'campaign'>,
  facts: Facts,
): ReturnType<typeof takeIn> {
  const taken = await takeIn(tx, actor, { campaign: hook.campaign, ...facts, source: hook.source });
  tx.publish({
    type: 'forms.posted',
    recordId: taken.leadId,
    data: { hookId: hook.id, outcome: taken.outcome },
    text:
      taken.outcome === 'created'
        ? { key: 'forms.event.posted', params: { hook: hook.name } }
        : { key: 'forms.event.posted_again', params: { hook: hook.name, need: facts.need ?? '—' } },
  });
  return taken;
}
