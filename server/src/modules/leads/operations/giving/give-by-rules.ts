import type { Actor } from '../../../../kernel/access/index.ts';
import { actOnAll, type BulkOutcome } from '../../../../kernel/bulk/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { type Given, openDistribution } from '../../intake/distribution.ts';
import { handOver } from '../../intake/hand-over.ts';
import { refuseClosedLead } from '../../lead-states.ts';
import { leadSubjectsQuery } from '../../store/bulk-query.ts';
import { type LeadRow, lockLeads } from '../../store/lead-store.ts';
import { factsToGiveAgain } from './facts-to-give-again.ts';

interface Giving {
  readonly lead: LeadRow;
  readonly given: Given;
}

/**
 * Gives leads that are there to whom the rules of assignment choose now, as new ones are given; what is screened stays with
 * its screener until it is passed on. Each lead has its own outcome, in order.
 */
export async function giveByRules(
  tx: Tx,
  ids: readonly string[],
  actor: Actor,
  reason: string,
): Promise<BulkOutcome[]> {
  const today = tx.time.today(actor.organization.zone);
  const rows = await lockLeads(tx, ids);
  const subjects = await tx.many(leadSubjectsQuery(actor, ids, 'leads.assign'));
  const distribution = await openDistribution(tx, today);
  const facts = await factsToGiveAgain(tx, rows);
  const outcomes = await actOnAll<LeadRow, Giving>(
    { ids, rows, subjects },
    (lead) => {
      refuseClosedLead(lead);
      if (lead.state === 'screening') return 'unchanged';
      const given = distribution.give(facts(lead.id));
      return given.ownerId === lead.ownerId ? 'unchanged' : { change: { lead, given } };
    },
    async (giving) => {
      const ruled = new Map(giving.map(({ lead, given }) => [lead.id, given]));
      const versions = new Map<string, number>();
      for (const mine of Map.groupBy(giving, ({ given }) => given.ownerId).values()) {
        const [first] = mine;
        if (!first) continue;
        const { ownerId, ownerName, departmentId } = first.given;
        const taker = { id: ownerId, name: ownerName, departmentId };
        const leads = mine.map(({ lead }) => lead);
        for (const lead of await handOver(tx, leads, taker, { by: actor.name, reason, ruled, today }))
          versions.set(lead.id, lead.version);
      }
      return giving.map(({ lead }) => ({ version: versions.get(lead.id) ?? 0, before: {} }));
    },
  );
  await distribution.keep(tx);
  return outcomes;
}
