import type { Why } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import { findDenied, findUnrefused, findWord, tells } from './need-words.ts';
import { why } from './why.ts';

const Words = z.array(z.string().trim().min(1).max(60)).max(500);

/** Ordered rules: the first whose source and words fit decides; the last must fit everything. */
export const IntentRules = z
  .array(
    z.strictObject({
      key: z.string().min(1).max(60),
      /** Keys of sources; absent: any source, and a lead without one. */
      sources: z.array(z.string().min(1)).min(1).optional(),
      /** Any of these in the need; `#` stands for a number. Absent: whatever the need says. */
      words: Words.min(1).optional(),
      /** The words are of people who decide: one who decides against it does not count. */
      refusable: z.boolean().optional(),
      /** Any of these denied in the need: 暂无采购计划. */
      denied: Words.min(1).optional(),
      level: z.enum(['high', 'medium', 'low']),
      label: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
    }),
  )
  .min(1)
  .refine((rules) => [rules.at(-1)?.sources, rules.at(-1)?.words, rules.at(-1)?.denied].every((asked) => !asked), {
    error: 'last_rule_must_fit_everything',
  });
export type IntentRules = z.infer<typeof IntentRules>;

export interface IntentFacts {
  /** Key of the listed source and how it is called; absent when it has none or waits in the tray. */
  readonly source?: { readonly key: string; readonly name: string };
  readonly need?: string | null;
}

export interface Intent {
  readonly level: 'high' | 'medium' | 'low';
  /** Tag such as 高意向-采购决策, in the organisation's words. */
  readonly label: { readonly zh: string; readonly en: string };
  readonly ruleKey: string;
  readonly why: readonly Why[];
}

/** The initial tag of a lead from its source and the words of its need (R6); a person may override it later. */
export function judgeIntent(facts: IntentFacts, rules: IntentRules): Intent {
  const need = tells(facts.need) ? facts.need : '';
  for (const rule of rules) {
    if (rule.sources !== undefined && !rule.sources.includes(facts.source?.key ?? '')) continue;
    const denied = rule.denied === undefined ? undefined : findDenied(need, rule.denied);
    if (rule.denied !== undefined && denied === undefined) continue;
    const find = rule.refusable ? findUnrefused : findWord;
    const word = rule.words === undefined ? undefined : find(need, rule.words);
    if (rule.words !== undefined && word === undefined) continue;
    const reasons =
      denied === undefined
        ? explain(facts, need, rule.sources !== undefined, word)
        : [why('leads.why.intent.denied', { word: denied })];
    return { level: rule.level, label: rule.label, ruleKey: rule.key, why: reasons };
  }
  throw new Error('The last intent rule must fit every lead');
}

function explain(facts: IntentFacts, need: string, bySource: boolean, word: string | undefined): Why[] {
  const source = facts.source?.name;
  if (word !== undefined && source !== undefined) return [why('leads.why.intent.source_and_word', { source, word })];
  if (word !== undefined) return [why('leads.why.intent.word', { word })];
  if (bySource && source !== undefined) {
    return [why(need === '' ? 'leads.why.intent.source_without_need' : 'leads.why.intent.source', { source })];
  }
  return [why(need === '' ? 'leads.why.intent.nothing_told' : 'leads.why.intent.no_sign')];
}
