import * as protocol from '@dealtrail/protocol/leads';
import { readTimeRules } from '../../../../kernel/clocks/index.ts';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { dayIn } from '../../../../kernel/time/time.ts';
import { Distribution, isAtWork } from '../../intake/distribution.ts';
import { type HeldThen, heldThenQuery, pastLeadsQuery } from '../../store/giving/replay-query.ts';
import { departmentsQuery, rosterQuery } from '../../store/giving/roster-query.ts';
import { rulesOr, rulesQuery } from '../../store/giving/rule-store.ts';
import { type Endings, replay, tellReplay } from './replay.ts';

/** When each of the leads held at the beginning was let go. */
function endingsOf(held: readonly HeldThen[]): Endings {
  const endings: Endings = new Map();
  for (const { ownerId, endedOn, leads } of held) {
    if (endedOn === null) continue;
    endings.set(endedOn, [...(endings.get(endedOn) ?? []), ...Array.from({ length: leads }, () => ownerId)]);
  }
  return endings;
}

/**
 * Replays the leads of a period against rules that are only written down: with the limits, skills and leave of today, and
 * what everybody held when it began; nothing is saved.
 */
export const simulateAssignment = handleRead(protocol.simulateAssignment, async ({ actor, read, input, time }) => {
  const { zone } = actor.organization;
  const [kept, roster, departments, past, held] = await read.all([
    rulesQuery(actor.orgId),
    rosterQuery(actor.orgId, time.today(zone)),
    departmentsQuery(actor.orgId),
    pastLeadsQuery(actor.orgId, input, protocol.MOST_REPLAYED),
    heldThenQuery(actor.orgId, input.from),
  ]);
  const { calendar } = await readTimeRules(read);
  const rules = input.items?.map((rule, i) => ({ ...rule, id: rule.id ?? String(i + 1) })) ?? rulesOr(kept);
  const loads = Map.groupBy(held, ({ ownerId }) => ownerId);
  const distribution = new Distribution({
    rules,
    roster: roster.map((row) => ({
      ...row,
      openLoad: (loads.get(row.id) ?? []).reduce((sum, { leads }) => sum + leads, 0),
    })),
    departments,
    credits: new Map(),
    atWork: true,
    today: '',
  });
  const leads = past.toReversed().map((lead) => ({
    ...lead,
    day: dayIn(zone, lead.createdAt),
    endedOn: lead.endedAt && dayIn(zone, lead.endedAt),
    atWork: isAtWork(calendar, lead.createdAt),
  }));
  const names = new Map(rules.map(({ id, name }) => [id, name]));
  return tellReplay(replay(distribution, leads, endingsOf(held)), distribution.takers(), names);
});
