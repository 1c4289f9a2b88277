import { startClocksOn, stopClocks } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { LEAD_COMPLETED } from '../clocks.ts';
import { campaignsMeantBy } from '../../campaigns/index.ts';
import type { IntakeRules } from '../judging/intake-rules.ts';
import { type LeadPatch, type LeadRow, saveIdentities, saveLeads } from '../store/lead-store.ts';
import { judgeFacts, type LeadJudgement } from './judge-lead.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import { identityOf } from './normalise-lead.ts';

/** What the rules may say anew of a lead: what a person set by hand stays (R7). */
export function judgedPatch(lead: LeadRow, judged: LeadJudgement): Partial<LeadJudgement> {
  const { intent, intentRank, intentLabel, intentWhy, intentRules, intentBook, intentSaid, ...others } = judged;
  const { priority, priorityRank, priorityWhy, priorityRules, priorityBook, prioritySaid, ...completeness } = others;
  return {
    ...(lead.intentOverridden
      ? {}
      : { intent, intentRank, intentLabel, intentWhy, intentRules, intentBook, intentSaid }),
    ...(lead.priorityOverridden
      ? {}
      : { priority, priorityRank, priorityWhy, priorityRules, priorityBook, prioritySaid }),
    ...completeness,
  };
}

/** Starts or stops the clocks of completion of leads that became complete or incomplete. */
async function watchCompleteness(tx: Tx, before: readonly LeadRow[], after: readonly LeadRow[]): Promise<void> {
  const turned = after.filter(({ complete }, i) => before[i]?.complete !== complete);
  const [done, lacking] = [turned.filter(({ complete }) => complete), turned.filter(({ complete }) => !complete)];
  await stopClocks(tx, { recordId: done.map(({ id }) => id), event: LEAD_COMPLETED, at: tx.time.now() });
  await startClocksOn(
    tx,
    lacking.map(({ id, ownerId, createdBy }) => ({
      policyKey: 'complete_lead',
      recordId: id,
      ownerId: ownerId ?? createdBy,
    })),
  );
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

/** A locked lead with its facts as they are to be, in their normal form; `more` goes into the same write. */
export interface FactsChange {
  readonly lead: LeadRow;
  readonly facts: LeadFacts;
  readonly more?: LeadPatch;
}

function patchOf({ lead, facts, more = {} }: FactsChange, sources: IntakeRules, campaignId: string | null): LeadPatch {
  const { source: _immutable, currency, ...told } = facts;
  const marked = more.markedIncomplete ?? lead.markedIncomplete;
  const judged = judgeFacts({ ...facts, source: lead.source }, lead.sourceListed, sources, marked);
  return {
    ...told,
    campaignId,
    currency: currency ?? lead.currency,
    ...judgedPatch({ ...lead, ...more }, judged),
    ...more,
  };
}

/**
 * Saves facts of locked leads, one or many, judges them anew where nobody overrode the rules, and keeps title, keys,
 * contact points and the clock of completion in step. Returns them in order.
 */
export async function saveFacts(tx: Tx, changes: readonly FactsChange[], sources: IntakeRules): Promise<LeadRow[]> {
  const renames = changes.filter(({ lead, facts }) => lead.campaign !== facts.campaign);
  const campaignOf = await campaignsMeantBy(
    tx,
    renames.map(({ facts }) => facts.campaign),
  );
  const saved = await saveLeads(
    tx,
    changes.map((change) => {
      const { lead, facts } = change;
      const campaignId = lead.campaign === facts.campaign ? lead.campaignId : campaignOf(facts.campaign);
      return { lead, patch: patchOf(change, sources, campaignId) };
    }),
  );
  const renamed = changes.filter(({ lead, facts }) => {
    const before = factsOf(lead);
    return identifying.some((name) => before[name] !== facts[name]);
  });
  await saveIdentities(
    tx,
    renamed.map(({ lead: { id, sourceText }, facts }) => ({
      id,
      normal: { facts, sourceKey: null, sourceText, ...identityOf(facts) },
    })),
  );
  await watchCompleteness(
    tx,
    changes.map(({ lead }) => lead),
    saved,
  );
  return saved;
}
