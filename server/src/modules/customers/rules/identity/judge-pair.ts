import type { MatchWeights } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
import { type Evidence, evidenceOf, valuesIn } from './evidence.ts';
import { compareNames, type NameVerdict } from './compare-names.ts';
import type { IdentityKey, KeyKind } from './party.ts';
import { shippedWeights } from './weights.ts';

/**
 * How sure it is that two are one: `same` by name or registration, `likely` and `possible` by weaker signs, `related`
 * where one is a branch or belongs to the group of the other, `none` where nothing says so.
 */
export type Grade = 'same' | 'likely' | 'possible' | 'related' | 'none';

/** What a comparison says: a grade, its points, and why in sentences that tell only what both sides share. */
export interface Verdict {
  readonly grade: Grade;
  readonly points: number;
  readonly reasons: readonly Why[];
}

const why = (key: string, params: Why['params'] = {}): Why => ({ key: `match.${key}`, params });

/** Signs that leave no doubt. */
function registered(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): Why[] {
  const shared = (kind: KeyKind) => {
    const others = new Set(valuesIn(theirs, kind));
    return valuesIn(mine, kind).some((key) => others.has(key));
  };
  return [
    ...(shared('credit_code') ? [why('credit_code')] : []),
    ...(shared('external_id') ? [why('external_id')] : []),
  ];
}

function codesDiffer(mine: readonly IdentityKey[], theirs: readonly IdentityKey[]): boolean {
  const codes = [valuesIn(mine, 'credit_code'), valuesIn(theirs, 'credit_code')] as const;
  return codes.every((known) => known.length > 0) && !codes[0].some((code) => codes[1].includes(code));
}

function pointsOf(evidence: readonly Evidence[], weights: MatchWeights): number {
  const points = evidence.map(({ field, strength }) => {
    const { agree, differ } = weights.fields[field];
    return strength > 0 ? agree * strength : differ;
  });
  return points.reduce((total, one) => total + one, 0);
}

function gradeOf(name: NameVerdict, points: number, { likely, possible }: MatchWeights): Grade {
  if (name.grade === 'related') return 'related';
  if (points < possible) return 'none';
  if (points < likely || name.differ) return 'possible';
  return name.grade === 'same' ? 'same' : 'likely';
}

/**
 * Whether two are one, from their keys alone; the same both ways round. Each field adds or takes points by its weight. A
 * registration decides by itself, two companies of different names are never more than possible, and a free mailbox
 * says nothing of a company.
 */
export function judgePair(
  mine: readonly IdentityKey[],
  theirs: readonly IdentityKey[],
  weights: MatchWeights = shippedWeights,
): Verdict {
  const name = compareNames(mine, theirs);
  const sure = registered(mine, theirs);
  const evidence = [...nameEvidence(name), ...evidenceOf(mine, theirs)];
  const differing = sure.length === 0 && name.grade !== 'none' && codesDiffer(mine, theirs);
  if (differing) evidence.push({ field: 'registration', strength: 0 });
  const points =
    Math.round(pointsOf(evidence, weights) * 10) / 10 + (sure.length > 0 ? weights.fields.registration.agree : 0);
  const grade = sure.length > 0 ? 'same' : gradeOf(name, points, weights);
  if (grade === 'none') return { grade, points, reasons: [] };
  const against = [
    ...(codesDiffer(mine, theirs) && name.grade !== 'none' ? [why('codes_differ')] : []),
    ...(name.differ && sure.length === 0 ? [why('companies_differ')] : []),
  ];
  const told = evidence.flatMap(({ strength, reason }) => (strength > 0 && reason ? [reason] : []));
  return { grade, points, reasons: [...sure, ...name.reasons, ...told, ...against] };
}

function nameEvidence(name: NameVerdict): Evidence[] {
  if (name.differ) return [{ field: 'name', strength: 0 }];
  return name.strength > 0 ? [{ field: 'name', strength: name.strength }] : [];
}
