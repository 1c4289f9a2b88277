import type { Answer, Passed } from '@dealtrail/protocol/kernel';
import type { listAssignmentRules, saveAssignmentRules } from '@dealtrail/protocol/leads';

export type AssignmentRule = Answer<typeof listAssignmentRules>['items'][number];
export type WrittenRule = Passed<typeof saveAssignmentRules>['body']['items'][number];

/** The kinds of condition a rule may have, in the order they are read. */
export const conditionKinds = ['regions', 'provinces', 'industries', 'customerTypes', 'priorities', 'sources'] as const;
export type ConditionKind = (typeof conditionKinds)[number];

/** A rule as it is sent: its place is its position in the list. */
export function written({ position: _position, version: _version, ...rule }: AssignmentRule): WrittenRule {
  return rule;
}

/** The rules with one moved up or down by a place; at an end nothing moves. */
export function moved<R extends { readonly id: string }>(rules: readonly R[], id: string, by: -1 | 1): readonly R[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const to = from + by;
  const rule = rules[from];
  if (!rule || to < 0 || to >= rules.length) return rules;
  const others = rules.filter((each) => each !== rule);
  return [...others.slice(0, to), rule, ...others.slice(to)];
}

/** The conditions a rule really asks; without any it fits every lead. */
export function askedConditions(rule: Pick<AssignmentRule, 'conditions'>): readonly ConditionKind[] {
  return conditionKinds.filter((kind) => rule.conditions[kind].length > 0);
}

/** Active rules after one that fits everything: they are never reached. */
export function unreachable(rules: readonly AssignmentRule[]): ReadonlySet<string> {
  const catchAll = rules.findIndex((rule) => rule.active && !rule.atWorkOnly && askedConditions(rule).length === 0);
  if (catchAll < 0) return new Set();
  return new Set(
    rules
      .slice(catchAll + 1)
      .filter((rule) => rule.active)
      .map(({ id }) => id),
  );
}
