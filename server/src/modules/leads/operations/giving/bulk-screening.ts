import type { LeadBulkAction } from '@dealtrail/protocol/leads';
import type { Actor } from '../../../../kernel/access/index.ts';
import type { Changed } from '../../../../kernel/bulk/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { backToScreener, ScreeningDesk } from '../../intake/screen-lead.ts';
import { why } from '../../rules/why.ts';
import type { LeadRow } from '../../store/lead-store.ts';
import { passOn } from './pass-on-lead.ts';

type PassOn = Extract<LeadBulkAction, { do: 'pass_on' }>;

/** Passes locked leads on; who screened each is kept for taking that back. */
export async function passOnAll(tx: Tx, leads: readonly LeadRow[], action: PassOn, actor: Actor): Promise<Changed[]> {
  const passed = await passOn(tx, actor, leads, action.note);
  return leads.map(({ screenerId }, i) => ({ version: passed[i]?.version ?? 0, before: { screenerId } }));
}

/** Lays leads that were passed on back before their screeners. */
export async function screenAgain(tx: Tx, leads: readonly LeadRow[], actor: Actor): Promise<LeadRow[]> {
  const desk = await ScreeningDesk.open(tx, tx.time.today(actor.organization.zone));
  const said = { how: 'undone' as const, reason: null, why: [why('leads.why.pool.undone', { by: actor.name })] };
  const back: LeadRow[] = [];
  for (const lead of leads) {
    const screener = desk.nextAfter(lead.screenerId ?? '');
    if (!screener) throw problem('lead_not_screening', { params: { state: lead.state } });
    back.push(...(await backToScreener(tx, [lead], screener, said)));
  }
  return back;
}
