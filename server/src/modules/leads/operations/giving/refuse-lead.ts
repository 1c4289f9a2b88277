import * as protocol from '@dealtrail/protocol/leads';
import type { Why } from '@dealtrail/protocol/kernel';
import { type Actor, actsFor } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { handle } from '../../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../../kernel/http/problem.ts';
import { tellRefused } from '../../events.ts';
import { openDistribution } from '../../intake/distribution.ts';
import { handOver } from '../../intake/hand-over.ts';
import { backToScreener, ScreeningDesk } from '../../intake/screen-lead.ts';
import { judgeRefusal, REFUSAL_HOURS } from '../../rules/giving/refusal.ts';
import { why } from '../../rules/why.ts';
import { markRefused } from '../../store/giving/gift-store.ts';
import { type LeadRow, lockForChange } from '../../store/lead-store.ts';
import { showLead } from '../../store/lead-view.ts';
import { factsToGiveAgain } from './facts-to-give-again.ts';

/** Why a lead was refused, as its owner chose it. */
interface Refusal {
  readonly reason: protocol.RefusalReason;
  readonly said: readonly Why[];
}

/** Gives the lead to somebody else by the rules, or to the named fallback. */
async function giveAgain(tx: Tx, actor: Actor, lead: LeadRow, { reason, said }: Refusal): Promise<void> {
  const today = tx.time.today(actor.organization.zone);
  const distribution = await openDistribution(tx, today);
  const facts = (await factsToGiveAgain(tx, [lead]))(lead.id);
  const refusedBy = [...(facts.refusedBy ?? []), ...(lead.ownerId ? [lead.ownerId] : [])];
  const given = distribution.give({ ...facts, refusedBy });
  if (given.ownerId === lead.ownerId) throw problem('refusal_without_taker');
  await distribution.keep(tx);
  const taker = { id: given.ownerId, name: given.ownerName, departmentId: given.departmentId };
  const ruled = new Map([[lead.id, { ...given, why: [...said, ...given.why] }]]);
  await handOver(tx, [lead], taker, { by: actor.name, reason, ruled, today, move: 'refused' });
}

/** Gives the lead back to whoever screened it, or to who screens now. */
async function giveToScreener(tx: Tx, actor: Actor, lead: LeadRow, { reason, said }: Refusal): Promise<void> {
  const desk = await ScreeningDesk.open(tx, tx.time.today(actor.organization.zone));
  const screener = desk.nextAfter(lead.screenerId ?? '');
  if (!screener) return giveAgain(tx, actor, lead, { reason, said });
  await backToScreener(tx, [lead], screener, { how: 'refused', reason, why: said });
}

/** Refuses a lead one was just given, with the reason: back to its screener, or through the rules again. */
export const refuseLead = handle(protocol.refuseLead, async ({ actor, tx, input }) => {
  const { reason, note } = input;
  const lead = await lockForChange(tx, actor, input.id, 'leads.followUp');
  if (!actsFor(actor, lead.ownerId)) throw problem('not_allowed');
  if (reason === 'other' && !note) throw fieldProblem('note', 'refusal_note_needed', '请写明退回的原因');
  const verdict = judgeRefusal(lead, tx.time.now());
  if (!verdict.allowed) throw problem(verdict.code, { params: { hours: REFUSAL_HOURS } });
  const said: Why[] = [why(`leads.why.assign.refused_${reason}`, { by: actor.name })];
  if (note) said.push(why('leads.why.pool.note', { note }));
  if (lead.ownerId) await markRefused(tx, lead.id, lead.ownerId);
  tellRefused(tx, lead.id, actor.name, said);
  if (verdict.to === 'screener') await giveToScreener(tx, actor, lead, { reason, said });
  else await giveAgain(tx, actor, lead, { reason, said });
  return showLead(tx, actor, lead.id);
});
