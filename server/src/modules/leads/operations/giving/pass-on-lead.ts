import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../../kernel/access/index.ts';
import { stopClocks } from '../../../../kernel/clocks/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { LEAD_SCREENED } from '../../clocks.ts';
import { type Given, openDistribution } from '../../intake/distribution.ts';
import { handOver } from '../../intake/hand-over.ts';
import { why } from '../../rules/why.ts';
import { type LeadRow, lockForChange } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';
import { factsToGiveAgain } from './facts-to-give-again.ts';

/** Refuses what is not being screened (409 `lead_not_screening`). */
export function refuseUnscreened({ state }: Pick<LeadRow, 'state'>): void {
  if (state !== 'screening') throw problem('lead_not_screening', { params: { state } });
}

/** Passes locked leads on to sales by the rules, one after the other; each new owner has 24 hours to accept or return. */
export async function passOn(tx: Tx, actor: Actor, leads: readonly LeadRow[], note: string): Promise<LeadRow[]> {
  const today = tx.time.today(actor.organization.zone);
  const distribution = await openDistribution(tx, today);
  const facts = await factsToGiveAgain(tx, leads);
  const ruled = new Map<string, Given>();
  for (const { id } of leads) {
    const given = distribution.give(facts(id));
    const passed = why('leads.why.assign.passed_on', { by: actor.name, note });
    ruled.set(id, { ...given, why: [passed, ...given.why] });
  }
  await distribution.keep(tx);
  await stopClocks(tx, { recordId: leads.map(({ id }) => id), event: LEAD_SCREENED, at: tx.time.now() });
  const passedOn = new Map<string, LeadRow>();
  for (const [ownerId, mine] of Map.groupBy(leads, ({ id }) => ruled.get(id)?.ownerId ?? '')) {
    const { ownerName, departmentId } = ruled.get(mine[0]?.id ?? '') as Given;
    const taker = { id: ownerId, name: ownerName, departmentId };
    const how = { by: actor.name, reason: note, ruled, today, move: 'passed_on' as const };
    for (const lead of await handOver(tx, mine, taker, how)) passedOn.set(lead.id, lead);
  }
  return leads.flatMap(({ id }) => passedOn.get(id) ?? []);
}

/** Passes a screened lead on to sales by the rules, with a note for its new owner. */
export const passOnLead = handle(protocol.passOnLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.screen');
  refuseUnscreened(lead);
  await passOn(tx, actor, [lead], input.note);
  return showLead(tx, actor, lead.id);
});
