import type { Rule, RuleChange } from '@dealtrail/protocol/rules';
import { canonicalJson } from '../../audit/rules/canonical-json.ts';

/** What is compared of a version. */
export interface Compared {
  readonly rules: readonly Rule[];
  readonly settings: Readonly<Record<string, unknown>>;
}

/** The longest run of places that stands in order in both lists; what is not in it was moved. */
function standing(places: readonly number[]): Set<number> {
  const runs: number[][] = [];
  for (const place of places) {
    const before = runs.filter((run) => (run.at(-1) ?? -1) < place);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, place]);
  }
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one) === canonicalJson(other);

function changedParts(from: Rule, to: Rule): ('name' | 'active' | 'when' | 'says')[] {
  return (['name', 'active', 'when', 'says'] as const).filter((part) => !same(from[part], to[part]));
}

/** What became of every rule between two versions; nothing where they are equal. */
export function differences(before: Compared, after: Compared): RuleChange[] {
  const old = new Map(before.rules.map((rule, place) => [rule.id, { rule, place }]));
  const now = new Map(after.rules.map((rule, place) => [rule.id, { rule, place }]));
  const kept = after.rules.flatMap(({ id }) => old.get(id)?.place ?? []);
  const stayed = standing(kept);
  const changes: RuleChange[] = before.rules
    .map((rule, place) => ({ rule, place: place + 1 }))
    .filter(({ rule }) => !now.has(rule.id))
    .map((gone) => ({ what: 'removed', ...gone }));
  for (const [place, rule] of after.rules.entries()) {
    const was = old.get(rule.id);
    if (!was) {
      changes.push({ what: 'added', rule, place: place + 1 });
      continue;
    }
    const parts = changedParts(was.rule, rule);
    if (parts.length > 0) changes.push({ what: 'changed', parts, from: was.rule, to: rule });
    if (!stayed.has(was.place)) changes.push({ what: 'moved', rule, from: was.place + 1, to: place + 1 });
  }
  if (!same(before.settings, after.settings))
    changes.push({ what: 'settings', from: { ...before.settings }, to: { ...after.settings } });
  return changes;
}
