import { type Actor, scopeOf } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { chooseOwner, type LeadToAssign } from '../rules/assignment.ts';
import { choosePool, type PoolPlace } from '../rules/pools/choose-pool.ts';
import { readPools } from '../store/pools/pool-store.ts';
import { type Given, type LaidInPool, openDistribution } from './distribution.ts';
import type { LeadJudgement } from './judge-lead.ts';
import type { NormalLead } from './normalise-lead.ts';
import { ScreeningDesk, type ToScreen } from './screen-lead.ts';
import type { SourceMap } from '../rules/source.ts';
import { sourceName } from '../store/source-store.ts';

/** A judged lead that needs an owner, with what its author asked for. */
export interface LeadToGive {
  readonly normal: NormalLead;
  readonly judged: LeadJudgement;
  readonly wish: 'mine' | 'rules' | 'pool' | undefined;
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

/** What rules and pools look at. */
function factsToGive({ normal, judged }: LeadToGive, sources: SourceMap): LeadToAssign {
  const { region, province, industry, customerType } = normal.facts;
  return {
    region,
    province,
    industry,
    customerType,
    priority: judged.priority,
    source: normal.sourceKey,
    sourceName: normal.sourceKey === null ? null : sourceName(sources, normal.sourceKey),
  };
}

function lay(lead: LeadToAssign, pools: readonly PoolPlace[]): LaidInPool {
  const asked = chooseOwner({ wish: 'pool' }, [], []).why;
  const { poolId, poolName, why } = choosePool(lead, pools);
  return { how: 'pool', ownerId: null, departmentId: null, poolId, poolName, why: [...asked, ...why] };
}

/**
 * The owner of each new lead, in order: its finder, who screens it, whom the rules choose, or a pool where its author
 * wants that. Leads of a file are nobody's find. People, loads and pools are read only when they are asked.
 */
export async function giveOut(
  tx: Tx,
  actor: Actor,
  leads: readonly LeadToGive[],
  { imported, sources }: { readonly imported: boolean; readonly sources: SourceMap },
): Promise<(Given | LaidInPool | ToScreen)[]> {
  const keeps = keepsOwnFinds(actor);
  const stays = leads.map(({ wish }) => !imported && (wish === 'mine' || (wish === undefined && keeps)));
  if (stays.every(Boolean)) return leads.map(() => ownFind(actor));
  const pools = leads.some(({ wish }) => wish === 'pool') ? await readPools(tx) : [];
  const ruled = leads.some(({ wish }, i) => !stays[i] && wish !== 'pool');
  const today = tx.time.today(actor.organization.zone);
  const screening = ruled ? await ScreeningDesk.open(tx, today) : undefined;
  const toScreen = leads.map(({ wish, normal }, i) =>
    stays[i] || wish === 'pool' ? undefined : screening?.take(normal.sourceKey),
  );
  const shared = leads.some(({ wish }, i) => !stays[i] && wish !== 'pool' && !toScreen[i]);
  const distribution = shared ? await openDistribution(tx, today) : undefined;
  const given = leads.map((lead, i) => {
    if (stays[i]) return ownFind(actor);
    const screened = toScreen[i];
    if (screened) return screened;
    const facts = factsToGive(lead, sources);
    return lead.wish === 'pool' || !distribution ? lay(facts, pools) : distribution.give(facts);
  });
  await distribution?.keep(tx);
  return given;
}
