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
import { joinable } from '../store/joinable-query.ts';
import { showLead } from '../store/lead-view.ts';
import { refuseFaults } from './refuse-faults.ts';

/** What of a new lead decides about its duplicates. */
interface Wishes {
  readonly externalId?: string | null | undefined;
  readonly onDuplicate?: 'create' | 'join' | undefined;
  readonly overrideReason?: string | null | undefined;
}

/**
 * The open lead in sight that this one is: the same outer id sent again is a repeat, and a person or script may ask
 * that the same company or person joins the lead that is there.
 */
async function leadToJoin(
  tx: Tx,
  actor: Actor,
  hits: readonly duplicates.JudgedHit[],
  wishes: Wishes,
): Promise<string | undefined> {
  const repeats = hits.filter(({ reasons }) => reasons.some(({ key }) => key === 'match.external_id'));
  const wanted =
    wishes.onDuplicate === 'join' ? hits.filter(({ grade }) => grade === 'same' || grade === 'likely') : repeats;
  return joinable(tx, actor, wishes.onDuplicate === 'create' ? [] : wanted);
}

/** Says what becomes of a new lead whose matches are known: it joins one, is refused by the rule, or is made. */
function decideBy(tx: Tx, actor: Actor, services: Services, wishes: Wishes, overridden: { reason?: string }) {
  return async (hits: readonly duplicates.JudgedHit[]): Promise<Decision> => {
    if (hits.length === 0) return { hits };
    const joins = await leadToJoin(tx, actor, hits, wishes);
    if (joins !== undefined) return { hits: hits.filter(({ id }) => id !== joins), joins };
    const entered = await duplicates.refuseDuplicates(tx, await duplicates.readDuplicateRules(tx), hits, {
      actor,
      kind: 'lead',
      services,
      mayOverride: may(actor, 'leads.assign'),
      overrideReason: wishes.overrideReason ?? null,
    });
    if (entered.overridden) overridden.reason = wishes.overrideReason ?? '';
    return { hits: entered.hits };
  };
}

/**
 * Takes in a lead: finds duplicates, judges intent, priority and completeness, assigns it and starts its clocks. A
 * duplicate is told, joined or refused, as the organisation's rule and the author say.
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
  const overridden: { reason?: string } = {};
  const decide = decideBy(tx, actor, services, input, overridden);
  const [taken] = await createMany(tx, { actor, mode: 'add', decide }, [row]);
  if (taken?.outcome === 'rejected') refuseFaults(taken.faults);
  const entered = taken?.outcome === 'created' ? taken : taken?.outcome === 'merged' ? taken.joined : undefined;
  if (!entered) throw new Error('a lead that is added is created, joined or rejected');
  if (overridden.reason !== undefined) tellOverridden(tx, entered.id, actor.name, overridden.reason);
  const told = await duplicates.tellDuplicates(tx, actor, entered.hits, false);
  return { ...(await showLead(tx, actor, entered.id, told)), joined: taken?.outcome === 'merged' };
});
