import type { MatchGrade } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
import { judgePair } from '../rules/identity/judge-pair.ts';
import type { IdentityKey } from '../rules/identity/party.ts';
import { shippedWeights } from '../rules/identity/weights.ts';
import { type Candidate, keysOfCandidate } from '../store/candidate-query.ts';

/** A candidate that may be the same, with how sure that is and why. */
export interface JudgedHit extends Candidate {
  readonly grade: MatchGrade;
  readonly points: number;
  readonly reasons: readonly Why[];
}

/** Hits a person is told of: more tell nobody anything. */
const MOST_TOLD = 20;

const order: readonly MatchGrade[] = ['same', 'likely', 'related', 'possible'];

/** The candidates that may be the same, the surest first, at most 20. */
export function judgeCandidates(keys: readonly IdentityKey[], candidates: readonly Candidate[]): JudgedHit[] {
  const judged = candidates.flatMap((candidate): JudgedHit[] => {
    const { grade, points, reasons } = judgePair(keys, keysOfCandidate(candidate), candidate.weights ?? shippedWeights);
    return grade === 'none' ? [] : [{ ...candidate, grade, points, reasons }];
  });
  const sooner = (one: JudgedHit, other: JudgedHit) =>
    order.indexOf(one.grade) - order.indexOf(other.grade) || other.points - one.points;
  return judged.toSorted(sooner).slice(0, MOST_TOLD);
}
