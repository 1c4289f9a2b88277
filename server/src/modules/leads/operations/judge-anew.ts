import type { Actor } from '../../../kernel/access/index.ts';
import { actOnAll, type BulkOutcome } from '../../../kernel/bulk/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { judgeFacts, type LeadJudgement } from '../intake/judge-lead.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { judgedPatch, saveFacts } from '../intake/save-facts.ts';
import { type IntakeRules, readIntakeRules } from '../judging/intake-rules.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { leadSubjectsQuery } from '../store/bulk-query.ts';
import { type LeadRow, lockLeads } from '../store/lead-store.ts';

/** What people see of a judgement; where all of it stays, the lead is left alone. */
const shown = ['intent', 'intentLabel', 'priority', 'complete', 'missing'] as const;

/** What the rules that hold would change on a lead; undefined where they say what stands there. */
function changeOf(lead: LeadRow, rules: IntakeRules): Partial<LeadJudgement> | undefined {
  const patch = judgedPatch(lead, judgeFacts(factsOf(lead), lead.sourceListed, rules, lead.markedIncomplete));
  const same = shown.every((name) => patch[name] === undefined || String(patch[name]) === String(lead[name]));
  return same ? undefined : patch;
}

interface Anew {
  readonly lead: LeadRow;
  readonly patch: Partial<LeadJudgement>;
}

/** Judges leads anew by the rules that hold, with their clocks of completion; what a person set stays. */
export async function judgeAll(tx: Tx, ids: readonly string[], actor: Actor): Promise<BulkOutcome[]> {
  const rules = await readIntakeRules(tx);
  const rows = await lockLeads(tx, ids);
  const subjects = await tx.many(leadSubjectsQuery(actor, ids, 'leads.manageRules'));
  return actOnAll<LeadRow, Anew>(
    { ids, rows, subjects },
    (lead) => {
      refuseClosedLead(lead);
      const patch = changeOf(lead, rules);
      return patch ? { change: { lead, patch } } : 'unchanged';
    },
    async (changes) => {
      const saved = await saveFacts(
        tx,
        changes.map(({ lead }) => ({ lead, facts: factsOf(lead) })),
        rules,
      );
      for (const { id, version, intentLabel, intentRules, intentBook } of saved) {
        tx.publish({
          type: 'leads.updated',
          recordId: id,
          recordVersion: version,
          data: { fields: [...shown] },
          text: { key: 'leads.event.judged', params: { by: actor.name, label: intentLabel } },
          rule: `leads.intent ${intentBook} ${intentRules}`,
        });
      }
      return changes.map(({ lead, patch }, i) => ({
        version: saved[i]?.version ?? 0,
        before: Object.fromEntries(Object.keys(patch).map((name) => [name, lead[name as keyof LeadRow]])),
      }));
    },
  );
}
