import type { Why } from '@dealtrail/protocol/kernel';
import { SharingStrategy } from '@dealtrail/protocol/leads';
import { z } from 'zod';
import { type Assignee, circlesOf, drawFrom } from './giving/takers.ts';
import type { Credits } from './giving/take-turns.ts';
import { fold } from './need-words.ts';
import { why } from './why.ts';

const Names = z.array(z.string().min(1));

/** One rule of R14: what a lead must be like, and who gets it. An empty list asks for nothing. */
export const AssignmentRule = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  active: z.boolean(),
  conditions: z.strictObject({
    regions: Names,
    provinces: Names,
    industries: Names,
    customerTypes: Names,
    priorities: Names,
    sources: Names,
  }),
  departmentIds: Names,
  memberIds: Names,
  /** Supervisors of the departments (or among the members) come first; the others follow when none of them is free. */
  supervisorFirst: z.boolean(),
  /** All of these are asked of whoever gets the lead. */
  skills: Names,
  strategy: SharingStrategy,
  /** By member, for `weighted`. */
  weights: z.record(z.string(), z.int().min(0)),
  /** Holds only in the working hours of the organisation; outside them the next rule is asked. */
  atWorkOnly: z.boolean(),
});
export type AssignmentRule = z.infer<typeof AssignmentRule>;
/** What a lead must be like for a rule or a pool. */
export type LeadConditions = AssignmentRule['conditions'];

export interface LeadToAssign {
  readonly region?: string | null;
  readonly province?: string | null;
  readonly industry?: string | null;
  readonly customerType?: string | null;
  readonly priority?: string | null;
  /** Key of the source, and how people call it. */
  readonly source?: string | null;
  readonly sourceName?: string | null;
  /** Who typed the lead in; nobody for imports, forms and integrations. */
  readonly enteredById?: string | null;
  /** What its author asked for; absent: an own find stays with a representative. */
  readonly wish?: 'mine' | 'rules' | 'pool';
  /** Who had it and refused it: they do not get it again. */
  readonly refusedBy?: readonly string[];
}

/** How things stand when a lead is given out. */
export interface Circumstances {
  /** Whether the organisation is at work. */
  readonly atWork: boolean;
  /** What each rule owes its people, by rule. */
  readonly credits: ReadonlyMap<string, Credits>;
}

export type Assignment =
  | {
      readonly ownerId: string;
      readonly ruleKey?: string;
      readonly why: readonly Why[];
      /** The people the rule chose among, absent and full ones too. */
      readonly among?: readonly Assignee[];
      /** What the rule owes them from now on, where it takes turns. */
      readonly credits?: Credits;
    }
  | { readonly fallback: 'pool' | 'no_rule' | 'nobody_free'; readonly why: readonly Why[] };

const usual: Circumstances = { atWork: true, credits: new Map() };

/**
 * Who owns a new lead (R14–R16). `people` are those who take leads. The first rule that fits and has somebody present
 * with room decides, and shares out among them in its manner. Deterministic: ties go to the smaller id.
 */
export function chooseOwner(
  lead: LeadToAssign,
  rules: readonly AssignmentRule[],
  people: readonly Assignee[],
  circumstances: Circumstances = usual,
): Assignment {
  const author = people.find((person) => person.id === lead.enteredById);
  if (lead.wish === 'pool') return { fallback: 'pool', why: [why('leads.why.assign.pool_asked')] };
  if (lead.enteredById && (lead.wish === 'mine' || (lead.wish === undefined && author !== undefined))) {
    return { ownerId: lead.enteredById, why: [why('leads.why.assign.own_find')] };
  }
  return chooseByRules(lead, rules, people, circumstances);
}

function chooseByRules(
  lead: LeadToAssign,
  rules: readonly AssignmentRule[],
  people: readonly Assignee[],
  { atWork, credits }: Circumstances,
): Assignment {
  const { refusedBy = [] } = lead;
  const willing = refusedBy.length > 0 ? people.filter(({ id }) => !refusedBy.includes(id)) : people;
  const passedOver: Why[] = [];
  for (const rule of rules) {
    const fit = rule.active ? fits(lead, rule.conditions) : undefined;
    if (fit === undefined) continue;
    if (rule.atWorkOnly && !atWork) {
      passedOver.push(why('leads.why.assign.rule_off_hours', { rule: rule.name }));
      continue;
    }
    for (const circle of circlesOf(rule, willing)) {
      const draw = drawFrom(rule, circle.people, credits.get(rule.id) ?? new Map());
      if (draw === undefined) continue;
      const first = circle.supervisors ? [why('leads.why.assign.supervisor_first')] : [];
      return {
        ownerId: draw.taker.id,
        ruleKey: rule.id,
        why: [sayRule(rule, fit.facts), ...fit.levels, ...passedOver, ...first, draw.why],
        among: circle.people,
        ...(draw.credits ? { credits: draw.credits } : {}),
      };
    }
    passedOver.push(why('leads.why.assign.rule_without_room', { rule: rule.name }));
  }
  if (passedOver.length > 0) return { fallback: 'nobody_free', why: passedOver };
  return { fallback: 'no_rule', why: [why('leads.why.assign.no_rule')] };
}

interface Condition {
  readonly wanted: readonly string[];
  readonly told: string | null | undefined;
  /** 通用设备制造业 answers to 制造业, 广东省 to 广东. */
  readonly within?: true;
  /** How a fact that is a key is said; any other is a name people read. */
  readonly said?: (key: string) => Why | undefined;
}

/** What of a lead met the conditions: names as they are, keys as sentences. */
interface Fit {
  readonly facts: readonly string[];
  readonly levels: readonly Why[];
}

const typeWords = {
  new: 'leads.why.assign.type_new',
  existing: 'leads.why.assign.type_existing',
  partner: 'leads.why.assign.type_partner',
  government: 'leads.why.assign.type_government',
  other: 'leads.why.assign.type_other',
} as const;

const priorityWords = {
  high: 'leads.why.assign.priority_high',
  medium: 'leads.why.assign.priority_medium',
  low: 'leads.why.assign.priority_low',
} as const;

function saidOf(words: Readonly<Record<string, Parameters<typeof why>[0]>>, key: string): Why | undefined {
  const word = words[key];
  return word && why(word);
}

/** The facts of a lead that meet conditions; undefined when it does not meet them. */
export function fits(lead: LeadToAssign, conditions: LeadConditions): Fit | undefined {
  const asked: readonly Condition[] = [
    { wanted: conditions.regions, told: lead.region },
    { wanted: conditions.provinces, told: lead.province, within: true },
    { wanted: conditions.industries, told: lead.industry, within: true },
    { wanted: conditions.customerTypes, told: lead.customerType, said: (key) => saidOf(typeWords, key) },
    { wanted: conditions.priorities, told: lead.priority, said: (key) => saidOf(priorityWords, key) },
    {
      wanted: conditions.sources,
      told: lead.source,
      said: (key) => why('leads.why.assign.source', { source: lead.sourceName ?? key }),
    },
  ];
  const facts: string[] = [];
  const levels: Why[] = [];
  for (const { wanted, told, within, said } of asked) {
    if (wanted.length === 0) continue;
    const value = fold(told ?? '');
    const hit = wanted.find((word) => (within ? value.includes(fold(word)) : value === fold(word)));
    if (value === '' || hit === undefined) return undefined;
    const sentence = said?.(hit);
    if (sentence) levels.push(sentence);
    else facts.push(hit);
  }
  return { facts, levels };
}

function sayRule(rule: AssignmentRule, met: readonly string[]): Why {
  if (met.length === 0) return why('leads.why.assign.rule', { rule: rule.name });
  return why('leads.why.assign.rule_with_facts', { rule: rule.name, facts: met.join(' · ') });
}
