import * as protocol from '@dealtrail/protocol/leads';
import type { Input } from '@dealtrail/protocol/kernel';
import { isMasked } from '../../../kernel/access/rules/mask.ts';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { findPlace } from '../../customers/index.ts';
import { handLabel, rankOf } from '../rules/levels.ts';
import { factsOf, type LeadFacts } from '../intake/lead-facts.ts';
import { normaliseLead } from '../intake/normalise-lead.ts';
import { type FactsChange, saveFacts } from '../intake/save-facts.ts';
import { type IntakeRules, readIntakeRules } from '../judging/intake-rules.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { defaultRegions } from '../rules/default-regions.ts';
import { regionOf } from '../rules/region.ts';
import type { SourceMap } from '../rules/source.ts';
import { type LeadPatch, type LeadRow, lockForChange } from '../store/lead-store.ts';
import { showLead } from '../store/lead-view.ts';
import { refuseFaults } from './refuse-faults.ts';

type Given = Input<typeof protocol.updateLead>;

/** What was really told: a contact field that comes back as it was shown, masked, tells nothing. */
function toldOf({
  id: _id,
  version: _version,
  intent: _intent,
  priority: _priority,
  incomplete: _incomplete,
  ...facts
}: Given): Partial<LeadFacts> {
  const contact = ['phone', 'email', 'landline', 'wechat'] as const;
  const told = Object.entries(facts).filter(([name, value]) => {
    if (value === undefined) return false;
    return !((contact as readonly string[]).includes(name) && typeof value === 'string' && isMasked(value));
  });
  return Object.fromEntries(told) as Partial<LeadFacts>;
}

/** The facts after the change; a region that followed from the old place follows the new one. */
function merged(lead: LeadRow, told: Partial<LeadFacts>): LeadFacts {
  const before = factsOf(lead);
  const moved = told.province !== undefined || told.city !== undefined;
  const derived = regionOf({ province: before.province, city: before.city }, defaultRegions, findPlace).region ?? null;
  const region = moved && before.region === derived ? null : before.region;
  return { ...before, region, ...told };
}

/** An intent or priority set by hand overrides the rules and says who did it (R7). */
export function overrides({ intent, priority, incomplete }: Omit<Given, 'id'>, actor: Actor): LeadPatch {
  const why = [{ key: 'leads.why.overridden', params: { by: actor.name } }];
  return {
    ...(intent === undefined
      ? {}
      : { intent, intentRank: rankOf[intent], intentLabel: handLabel[intent], intentWhy: why, intentOverridden: true }),
    ...(priority === undefined
      ? {}
      : { priority, priorityRank: rankOf[priority], priorityWhy: why, priorityOverridden: true }),
    ...(incomplete === undefined ? {} : { markedIncomplete: incomplete }),
  };
}

/** A change that was judged and may be saved, and the fields its author named. */
export interface LeadEdit extends FactsChange {
  readonly fields: readonly string[];
}

/** Judges a change of a locked lead that the actor may change; refuses what cannot be kept. */
export function judgeEdit(actor: Actor, lead: LeadRow, input: Given, sources: SourceMap): LeadEdit {
  refuseClosedLead(lead);
  const told = toldOf(input);
  const { lead: normal, faults } = normaliseLead(merged(lead, told), sources);
  refuseFaults(faults);
  const judged = (['intent', 'priority', 'incomplete'] as const).filter((name) => input[name] !== undefined);
  return { lead, facts: normal.facts, more: overrides(input, actor), fields: [...Object.keys(told), ...judged] };
}

/** Saves judged changes, one or many; what nobody overrode is judged anew. Returns the leads in order. */
export async function saveEdits(
  tx: Tx,
  actor: Actor,
  edits: readonly LeadEdit[],
  sources: IntakeRules,
): Promise<LeadRow[]> {
  const saved = await saveFacts(tx, edits, sources);
  for (const [i, { id, version }] of saved.entries()) {
    tx.publish({
      type: 'leads.updated',
      recordId: id,
      recordVersion: version,
      data: { fields: edits[i]?.fields ?? [] },
      text: { key: 'leads.event.updated', params: { by: actor.name } },
    });
  }
  return saved;
}

/** Changes facts of a lead. The source never changes. */
export const updateLead = handle(protocol.updateLead, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.update');
  if (input.version === undefined) throw problem('version_required');
  if (input.version !== lead.version) throw problem('stale_version', { current: await showLead(tx, actor, lead.id) });
  const sources = await readIntakeRules(tx);
  await saveEdits(tx, actor, [judgeEdit(actor, lead, input, sources)], sources);
  return showLead(tx, actor, lead.id);
});
