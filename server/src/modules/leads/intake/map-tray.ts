import type { Actor } from '../../../kernel/access/index.ts';
import { cancelClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { LeadRow } from '../store/lead-store.ts';
import { sourceName } from '../store/source-store.ts';
import { mapTouches } from '../store/touch-store.ts';
import { lockTray, type MappedLead, saveMapped } from '../store/tray-store.ts';
import type { IntakeRules } from '../judging/intake-rules.ts';
import { judgeFacts, type LeadJudgement } from './judge-lead.ts';
import { factsOf } from './lead-facts.ts';
import { judgedPatch } from './save-facts.ts';

function judgedAnew(lead: LeadRow, key: string, sources: IntakeRules): MappedLead {
  const judged = judgeFacts({ ...factsOf(lead), source: key }, true, sources, lead.markedIncomplete);
  const was = Object.fromEntries(Object.keys(judged).map((name) => [name, lead[name as keyof LeadRow]]));
  return { ...(was as unknown as LeadJudgement), ...judgedPatch(lead, judged), id: lead.id };
}

/** Gives every lead of a tray entry its source and judges it anew; what a person set stays. Returns how many. */
export async function mapTray(
  tx: Tx,
  actor: Actor,
  text: string | null,
  key: string,
  sources: IntakeRules,
): Promise<number> {
  const name = sourceName(sources, key);
  let changed = 0;
  for (let leads = await lockTray(tx, text); leads.length > 0; leads = await lockTray(tx, text)) {
    const mapped = leads.map((lead) => judgedAnew(lead, key, sources));
    await saveMapped(tx, key, mapped);
    await endCompletion(tx, leads, mapped);
    for (const { id } of leads) {
      const params = { by: actor.name, from: text ?? '', to: name };
      tx.publish({
        type: 'leads.source_mapped',
        recordId: id,
        data: { from: text, to: key },
        text: { key: 'leads.event.source_mapped', params },
      });
    }
    changed += leads.length;
  }
  return changed + (await mapTouches(tx, text, key));
}

/** A lead that only lacked its source needs no reminder any more; nobody was late with what the tray asked of others. */
async function endCompletion(tx: Tx, before: readonly LeadRow[], after: readonly MappedLead[]): Promise<void> {
  const completed = before.filter((lead, i) => !lead.complete && after[i]?.complete).map(({ id }) => id);
  if (completed.length > 0) await cancelClocks(tx, completed, ['complete_lead']);
}
