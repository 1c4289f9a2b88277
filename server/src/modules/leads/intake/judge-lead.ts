import type { Why } from '@dealtrail/protocol/kernel';
import type { Level } from '@dealtrail/protocol/leads';
import { judgeCompleteness, type LeadToComplete } from '../rules/completeness.ts';
import { defaultIntentRules } from '../rules/default-intent.ts';
import { defaultCustomerProfile } from '../rules/default-profile.ts';
import { judgeIntent } from '../rules/intent.ts';
import { judgePriority, type PriorityFacts } from '../rules/priority.ts';
import type { SourceMap } from '../rules/source.ts';
import { sourceName } from '../store/source-store.ts';
import type { LeadFacts } from './lead-facts.ts';

/** What the rules look at. */
interface LeadToJudge extends LeadToComplete, PriorityFacts {
  /** Key of the listed source, and how it is called. */
  readonly listedSource?: { readonly key: string; readonly name: string } | undefined;
}

/** What the rules say of a lead, as it is stored. */
export interface LeadJudgement {
  readonly intent: Level;
  readonly intentRank: number;
  readonly intentLabel: string;
  readonly intentWhy: Why[];
  readonly priority: Level;
  readonly priorityRank: number;
  readonly priorityWhy: Why[];
  readonly complete: boolean;
  readonly missing: string[];
}

/** High before medium before low, when sorted downwards. */
export const rankOf: Record<Level, number> = { high: 3, medium: 2, low: 1 };

/** Labels of an intent a person set by hand, where no rule gives one. */
export const handLabel: Record<Level, string> = { high: '高意向', medium: '中意向', low: '低意向' };

/** Judges intent (R6), priority (R9) and completeness (R8) of a lead by the shipped rules, each with its reasons. */
function judgeLead(lead: LeadToJudge): LeadJudgement {
  const { listedSource, need } = lead;
  const intent = judgeIntent(
    { ...(listedSource ? { source: listedSource } : {}), need: need ?? null },
    defaultIntentRules,
  );
  const priority = judgePriority(lead, defaultCustomerProfile);
  const completeness = judgeCompleteness(lead);
  return {
    intent: intent.level,
    intentRank: rankOf[intent.level],
    intentLabel: intent.label.zh,
    intentWhy: [...intent.why],
    priority: priority.priority,
    priorityRank: rankOf[priority.priority],
    priorityWhy: [...priority.why],
    complete: completeness.complete,
    missing: [...completeness.missing, ...(lead.markedIncomplete ? ['marked'] : [])],
  };
}

/** What the rules say of a lead's facts; its source counts only when it is listed. */
export function judgeFacts(
  facts: LeadFacts,
  listed: boolean,
  sources: SourceMap,
  markedIncomplete = false,
): LeadJudgement {
  const { source } = facts;
  return judgeLead({
    ...facts,
    markedIncomplete,
    listedSource: listed && source !== null ? { key: source, name: sourceName(sources, source) } : undefined,
  });
}

/** Which limit of the first touch a lead has: its intent, and never later than 24 h with priority high (R18). */
export function firstTouchVariant(lead: { readonly intent: Level; readonly priority: Level }): Level {
  return lead.priority === 'high' ? 'high' : lead.intent;
}
