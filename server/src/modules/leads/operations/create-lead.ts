import * as protocol from '@dealtrail/protocol/leads';
import { type Actor, may } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { duplicates } from '../../customers/index.ts';
import { tellOverridden } from '../events.ts';
import { createMany, type Decision } from '../intake/create-many.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { findPresentTaker, handOver } from '../intake/hand-over.ts';
import { getForRule, saveLead } from '../store/lead-store.ts';
import { joinable } from '../store/joinable-query.ts';
import { showLead } from '../store/lead-view.ts';
import { refuseFaults } from './refuse-faults.ts';
import { overrides } from './update-lead.ts';

/** Why a lead went to somebody, as it stands in its history. */
const SAME_CUSTOMER = '查重规则：已有记录的负责人';

/** What of a new lead decides about its duplicates. */
interface Wishes {
  readonly externalId?: string | null | undefined;
  readonly onDuplicate?: 'create' | 'join' | undefined;
  readonly overrideReason?: string | null | undefined;
}

/** What the rules made of the matches, for after the lead is there. */
interface Ruled {
  /** Why the rule for duplicates was set aside. */
  overridden?: string;
  /** Whoever has the record the lead may be. */
  goesTo?: string;
}

/**
 * The open lead in sight that this one is: the same outer id sent again is a repeat, and the organisation, a person or a
 * script may ask that the same company or person joins the lead that is there.
 */
async function leadToJoin(
  tx: Tx,
  actor: Actor,
  hits: readonly duplicates.JudgedHit[],
  ruled: readonly duplicates.JudgedHit[],
  wishes: Wishes,
): Promise<string | undefined> {
  const repeats = hits.filter(({ reasons }) => reasons.some(({ key }) => key === 'match.external_id'));
  const wanted =
    wishes.onDuplicate === 'join' ? hits.filter(({ grade }) => grade === 'same' || grade === 'likely') : repeats;
  // Whoever gives out leads may decide against the rule.
  if (wishes.onDuplicate === 'create') return may(actor, 'leads.assign') ? undefined : joinable(tx, actor, ruled);
  return joinable(tx, actor, [...wanted, ...ruled]);
}

/** Says what becomes of a new lead whose matches are known: it joins one, is refused by the rule, or is made. */
function decideBy(tx: Tx, actor: Actor, services: Services, wishes: Wishes, ruled: Ruled) {
  return async (hits: readonly duplicates.JudgedHit[]): Promise<Decision> => {
    if (hits.length === 0) return { hits };
    const rules = await duplicates.readDuplicateRules(tx);
    const { toJoin, toFollow } = duplicates.placesFor(rules, hits);
    const joins = await leadToJoin(tx, actor, hits, toJoin, wishes);
    if (joins !== undefined) return { hits: hits.filter(({ id }) => id !== joins), joins };
    const entered = await duplicates.refuseDuplicates(tx, rules, hits, {
      actor,
      kind: 'lead',
      services,
      mayOverride: may(actor, 'leads.assign'),
      overrideReason: wishes.overrideReason ?? null,
    });
    if (entered.overridden) ruled.overridden = wishes.overrideReason ?? '';
    const owner = toFollow[0]?.ownerId;
    if (owner) ruled.goesTo = owner;
    return { hits: entered.hits };
  };
}

/** Hands a new lead to whoever has the record it may be; one who cannot take leads now is left alone. */
async function sendToOwner(tx: Tx, actor: Actor, id: string, ownerId: string): Promise<void> {
  const lead = await getForRule(tx, id);
  if (lead.ownerId === ownerId) return;
  const taker = await findPresentTaker(tx, ownerId, tx.time.today(actor.organization.zone));
  if (taker) await handOver(tx, [lead], taker, { by: actor.name, reason: SAME_CUSTOMER });
}

/**
 * Takes in a lead: finds duplicates, judges intent, priority and completeness, assigns it and starts its clocks. A
 * duplicate is told, joined, refused or sent to whoever has the other, as the organisation's rule and the author say.
 */
export const createLead = handle(protocol.createLead, async ({ actor, tx, input, services }) => {
  if (input.assign === 'mine' && !may(actor, 'leads.followUp')) {
    throw fieldProblem('assign', 'assign_not_allowed', '您的角色不跟进线索，请选择“按规则”');
  }
  if (input.assign === 'pool' && !may(actor, 'leads.release')) {
    throw fieldProblem('assign', 'assign_not_allowed', '您的角色不能把线索放入公海，请选择“按规则”');
  }
  const row = {
    ...(input.id === undefined ? {} : { id: input.id }),
    ...(input.assign === undefined ? {} : { wish: input.assign }),
    ...(input.incomplete === undefined ? {} : { markedIncomplete: input.incomplete }),
    facts: factsOf(input),
  };
  const ruled: Ruled = {};
  const decide = decideBy(tx, actor, services, input, ruled);
  const [taken] = await createMany(tx, { actor, mode: 'add', decide }, [row]);
  if (taken?.outcome === 'rejected') refuseFaults(taken.faults);
  const entered = taken?.outcome === 'created' ? taken : taken?.outcome === 'merged' ? taken.joined : undefined;
  if (!entered) throw new Error('a lead that is added is created, joined or rejected');
  if (ruled.overridden !== undefined) tellOverridden(tx, entered.id, actor.name, ruled.overridden);
  if (ruled.goesTo !== undefined && taken?.outcome === 'created')
    await sendToOwner(tx, actor, entered.id, ruled.goesTo);
  if (input.intent !== undefined && taken?.outcome === 'created')
    await saveLead(tx, await getForRule(tx, entered.id), overrides({ intent: input.intent }, actor));
  const told = await duplicates.tellDuplicates(tx, actor, entered.hits, false);
  return { ...(await showLead(tx, actor, entered.id, told)), joined: taken?.outcome === 'merged' };
});
