import { startClockOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { LEAD_COMPLETED } from '../clocks.ts';
import type { SourceMap } from '../rules/source.ts';
import { type LeadPatch, type LeadRow, saveIdentity, saveLead } from '../store/lead-store.ts';
import { judgeFacts, type LeadJudgement } from './judge-lead.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import { identityOf } from './normalise-lead.ts';

/** What the rules may say anew of a lead: what a person set by hand stays (R7). */
function judgedPatch(lead: LeadRow, judged: LeadJudgement): LeadPatch {
  const { intent, intentRank, intentLabel, intentWhy, priority, priorityRank, priorityWhy, complete, missing } = judged;
  return {
    ...(lead.intentOverridden ? {} : { intent, intentRank, intentLabel, intentWhy }),
    ...(lead.priorityOverridden ? {} : { priority, priorityRank, priorityWhy }),
    complete,
    missing,
  };
}

/** Starts or stops the clock of completion when a lead becomes complete or incomplete. */
async function watchCompleteness(tx: Tx, before: Pick<LeadRow, 'complete'>, lead: LeadRow): Promise<void> {
  if (before.complete === lead.complete) return;
  if (lead.complete) await stopClocks(tx, { recordId: lead.id, event: LEAD_COMPLETED, at: tx.time.now() });
  else
    await startClockOn(tx, { policyKey: 'complete_lead', recordId: lead.id, ownerId: lead.ownerId ?? lead.createdBy });
}

const identifying = [
  'companyName',
  'contactName',
  'phone',
  'email',
  'landline',
  'wechat',
  'creditCode',
  'website',
  'city',
  'externalId',
] as const;

/**
 * Saves facts of a locked lead in their normal form, judges it anew where nobody overrode the rules, and keeps title,
 * keys, contact points and the clock of completion in step. `more` goes into the same write.
 */
export async function saveFacts(
  tx: Tx,
  lead: LeadRow,
  facts: LeadFacts,
  sources: SourceMap,
  more: LeadPatch = {},
): Promise<LeadRow> {
  const before = factsOf(lead);
  const { source: _immutable, currency, ...told } = facts;
  const marked = more.markedIncomplete ?? lead.markedIncomplete;
  const judged = judgeFacts({ ...facts, source: lead.source }, lead.sourceListed, sources, marked);
  const saved = await saveLead(tx, lead, {
    ...told,
    currency: currency ?? lead.currency,
    ...judgedPatch({ ...lead, ...more }, judged),
    ...more,
  });
  if (identifying.some((name) => before[name] !== facts[name])) {
    await saveIdentity(tx, saved, { facts, sourceKey: null, sourceText: lead.sourceText, ...identityOf(facts) });
  }
  await watchCompleteness(tx, lead, saved);
  return saved;
}
