import { type Actor, scopeOf } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { chooseOwner } from '../rules/assignment.ts';
import { type Given, openDistribution } from './distribution.ts';
import type { LeadJudgement } from './judge-lead.ts';
import type { NormalLead } from './normalise-lead.ts';
import type { SourceMap } from '../rules/source.ts';
import { sourceName } from '../store/source-store.ts';

/** A judged lead that needs an owner, with what its author asked for. */
export interface LeadToGive {
  readonly normal: NormalLead;
  readonly judged: LeadJudgement;
  readonly wish: 'mine' | 'rules' | undefined;
}

/** Whether a lead this member finds stays with them (R16): they take leads, or lead those who do. */
function keepsOwnFinds(actor: Actor): boolean {
  const scope = scopeOf(actor, 'leads.followUp');
  return scope === 'own' || scope === 'team' || (scope !== undefined && actor.supervises);
}

function ownFind(actor: Actor): Given {
  const { why } = chooseOwner({ enteredById: actor.memberId, wish: 'mine' }, [], []);
  const { memberId, name, departmentId } = actor;
  return { ownerId: memberId, ownerName: name, departmentId, how: 'own_find', ruleId: null, why: [...why] };
}

/**
 * The owner of each new lead, in order: its finder, or whom the rules choose. Leads of a file are nobody's find. People
 * and loads are read only when a rule is asked.
 */
export async function giveOut(
  tx: Tx,
  actor: Actor,
  leads: readonly LeadToGive[],
  { imported, sources }: { readonly imported: boolean; readonly sources: SourceMap },
): Promise<Given[]> {
  const keeps = keepsOwnFinds(actor);
  const stays = leads.map(({ wish }) => !imported && (wish === 'mine' || (wish === undefined && keeps)));
  if (stays.every(Boolean)) return leads.map(() => ownFind(actor));
  const distribution = await openDistribution(tx, tx.time.today(actor.organization.zone));
  return leads.map(({ normal, judged }, i) => {
    if (stays[i]) return ownFind(actor);
    const { region, province, industry, customerType } = normal.facts;
    return distribution.give({
      region,
      province,
      industry,
      customerType,
      priority: judged.priority,
      source: normal.sourceKey,
      sourceName: normal.sourceKey === null ? null : sourceName(sources, normal.sourceKey),
    });
  });
}
