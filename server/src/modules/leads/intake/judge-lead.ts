import type { Why } from '@dealtrail/protocol/kernel';
import type { Level } from '@dealtrail/protocol/leads';
import { explain, markOf, type Spoken } from '../../../kernel/rule-books/index.ts';
import type { IntakeRules } from '../judging/intake-rules.ts';
import { judgeCompleteness } from '../rules/completeness.ts';
import { rankOf } from '../rules/levels.ts';
import { type PrioritySays, priorityOf, unanswered } from '../rules/priority.ts';
import { type LeadSubject, rowOfLead } from '../rules/subject.ts';
import { why } from '../rules/why.ts';
import { sourceName } from '../store/source-store.ts';
import type { LeadFacts } from './lead-facts.ts';

/** What the rules say of a lead, as it is stored: the verdicts, their reasons, and which rules of which version spoke. */
export interface LeadJudgement {
  readonly intent: Level;
  readonly intentRank: number;
  readonly intentLabel: string;
  readonly intentWhy: Why[];
  readonly intentRules: string | null;
  readonly intentBook: number;
  readonly intentSaid: Level;
  readonly priority: Level;
  readonly priorityRank: number;
  readonly priorityWhy: Why[];
  readonly priorityRules: string | null;
  readonly priorityBook: number;
  readonly prioritySaid: Level;
  readonly complete: boolean;
  readonly missing: string[];
  readonly completenessRules: string | null;
  readonly completenessBook: number;
}

type Row = ReturnType<typeof rowOfLead>;

function judgeIntent(row: Row, rules: IntakeRules) {
  const [spoken] = rules.intent.judge(row);
  if (!spoken) throw new Error('the last rule of intent must fit every lead');
  const { level, label } = spoken.rule.says;
  return {
    intent: level,
    intentRank: rankOf[level],
    intentLabel: label,
    intentWhy: explain('leads', spoken, nameOf(rules)),
    intentRules: markOf([spoken]),
    intentBook: rules.intent.content.version,
    intentSaid: level,
  };
}

/** A source by its name. */
const nameOf =
  (rules: IntakeRules) =>
  (field: string, value: string | number | boolean): string | undefined =>
    field === 'source' ? sourceName(rules, String(value)) : undefined;

/** The reasons of one question of the profile: its points, then what was met. */
function pointsWhy(spoken: Spoken<PrioritySays>, rules: IntakeRules): Why[] {
  const [, ...met] = explain('leads', spoken, nameOf(rules));
  const { points } = spoken.rule.says;
  // How long the need is goes without saying where a word of it is quoted.
  const told = met.filter(({ key }) => !key.startsWith('leads.met.needLetters.'));
  return [why('leads.why.priority.points', { rule: spoken.rule.name, points }), ...told];
}

function judgePriority(row: Row, rules: IntakeRules) {
  const spoken = rules.priority.judge(row);
  const says = spoken.map(({ rule }) => rule.says);
  const level = priorityOf(says, rules.priority.content.settings);
  return {
    priority: level,
    priorityRank: rankOf[level],
    priorityWhy: [
      ...spoken.flatMap((one) => pointsWhy(one, rules)),
      ...unanswered(says).map((question) => why(`leads.why.priority.none_${question}`)),
    ],
    priorityRules: markOf(spoken),
    priorityBook: rules.priority.content.version,
    prioritySaid: level,
  };
}

/** Judges intent (R6), priority (R9) and completeness (R8) of a lead by the organisation's rules, each with its reasons. */
function judgeLead(lead: LeadSubject, rules: IntakeRules): LeadJudgement {
  const row = rowOfLead(lead);
  const asked = rules.completeness.judge(row);
  const { complete, missing } = judgeCompleteness(lead, asked[0]?.rule.says.demands);
  return {
    ...judgeIntent(row, rules),
    ...judgePriority(row, rules),
    complete,
    missing: [...missing, ...(lead.markedIncomplete ? ['marked'] : [])],
    completenessRules: markOf(asked),
    completenessBook: rules.completeness.content.version,
  };
}

/** What the rules say of a lead's facts; its source counts only when it is listed. */
export function judgeFacts(
  facts: LeadFacts,
  listed: boolean,
  rules: IntakeRules,
  markedIncomplete = false,
): LeadJudgement {
  return judgeLead({ ...facts, markedIncomplete, listedSource: listed ? facts.source : null }, rules);
}

/** Which limit of the first touch a lead has: its intent, and never later than 24 h with priority high (R18). */
export function firstTouchVariant(lead: { readonly intent: Level; readonly priority: Level }): Level {
  return lead.priority === 'high' ? 'high' : lead.intent;
}
