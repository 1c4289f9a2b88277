import * as protocol from '@dealtrail/protocol/leads';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { type Given, readDistribution } from '../../intake/distribution.ts';
import { factsOf } from '../../intake/lead-facts.ts';
import { type IntakeRules, intakeRulesOf, intakeRulesQuery } from '../../judging/intake-rules.ts';
import { judgeFacts } from '../../intake/judge-lead.ts';
import { normaliseLead } from '../../intake/normalise-lead.ts';
import type { LeadToAssign } from '../../rules/assignment.ts';
import type { Assignee } from '../../rules/giving/takers.ts';
import { givenLeadsQuery, type GivenLead } from '../../store/giving/assignment-trial-query.ts';
import { rulesOr, rulesQuery } from '../../store/giving/rule-store.ts';
import { sourceName } from '../../store/source-store.ts';

type Supposed = Partial<
  Record<'region' | 'province' | 'city' | 'industry' | 'customerType' | 'source', string | null | undefined>
> & {
  readonly priority?: protocol.Level | null | undefined;
};

function present(lead: GivenLead | undefined, given: Given, ruleNames: ReadonlyMap<string, string>) {
  return {
    leadId: lead?.id ?? null,
    number: lead?.number ?? null,
    title: lead?.title ?? null,
    holderId: lead?.ownerId ?? null,
    holderName: lead?.ownerName ?? null,
    ownerId: given.ownerId,
    ownerName: given.ownerName,
    how: given.how === 'fallback' ? ('fallback' as const) : ('rule' as const),
    ruleName: given.ruleId === null ? null : (ruleNames.get(given.ruleId) ?? null),
    why: given.why,
  };
}

/** What each of those who take leads got, and any administrator who got what nobody could take. */
function sharesOf(takers: readonly Assignee[], items: readonly { ownerId: string; ownerName: string }[]) {
  const got = Map.groupBy(items, ({ ownerId }) => ownerId);
  const others = [...got.keys()].filter((id) => !takers.some((taker) => taker.id === id));
  const shares = [
    ...takers.map(({ id, name, openLoad, capacity, absent }) => ({ id, name, openBefore: openLoad, capacity, absent })),
    ...others.map((id) => ({
      id,
      name: got.get(id)?.[0]?.ownerName ?? '',
      openBefore: 0,
      capacity: null,
      absent: false,
    })),
  ];
  return shares
    .map(({ id, ...share }) => ({ memberId: id, ...share, got: got.get(id)?.length ?? 0 }))
    .toSorted((one, other) => other.got - one.got || (one.name < other.name ? -1 : 1));
}

/** What the rules look at of a lead that nobody has taken in; a priority that is not told is judged. */
function suppose({ priority, ...told }: Supposed, sources: IntakeRules): LeadToAssign {
  const { lead } = normaliseLead(factsOf(told), sources);
  const { region, province, industry, customerType } = lead.facts;
  const judged = judgeFacts(lead.facts, lead.sourceKey !== null, sources);
  return { region, province, industry, customerType, priority: priority ?? judged.priority, source: lead.sourceKey };
}

const factsOfGiven = (lead: GivenLead): LeadToAssign => ({ ...lead, source: lead.sourceListed ? lead.source : null });

/** Who would get a lead, or the latest ones, by rules that are only written down (R14, R15); nothing is saved. */
export const tryAssignmentRules = handleRead(protocol.tryAssignmentRules, async ({ actor, read, input, time }) => {
  const [kept, [known], latest] = await read.all([
    rulesQuery(actor.orgId),
    intakeRulesQuery(actor.orgId),
    givenLeadsQuery(actor, input.last ?? 0),
  ]);
  if (!known) throw new Error('an organisation without rules');
  const sources = intakeRulesOf(known, time);
  const rules = input.items?.map((rule, i) => ({ ...rule, id: rule.id ?? String(i + 1) })) ?? rulesOr(kept);
  const distribution = await readDistribution(read, actor.orgId, time.today(actor.organization.zone), {
    rules,
    now: time.now(),
    // Leads that are given out anew weigh on nobody beforehand.
    released: latest.filter(({ open }) => open).map(({ ownerId }) => ownerId),
  });
  const takers = distribution.takers();
  const ruleNames = new Map(rules.map(({ id, name }) => [id, name]));
  const give = (facts: LeadToAssign, lead?: GivenLead) => {
    const named = facts.source ? { ...facts, sourceName: sourceName(sources, facts.source) } : facts;
    return present(lead, distribution.give(named), ruleNames);
  };
  const items = input.lead
    ? [give(suppose(input.lead, sources))]
    : latest.map((lead) => give(factsOfGiven(lead), lead));
  return {
    items,
    shares: sharesOf(takers, items),
    moved: items.filter(({ leadId, holderId, ownerId }) => leadId !== null && holderId !== ownerId).length,
  };
});
