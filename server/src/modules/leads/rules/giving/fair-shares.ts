import { type Assignee, hasRoom, type Sharing, weightOf } from './takers.ts';
import { WHOLE_LEAD } from './take-turns.ts';

/** What of one lead is a person's, in billionths, were everybody there with room. */
export interface FairShare {
  readonly memberId: string;
  readonly share: number;
  /** Why it could not be theirs this time. */
  readonly missed: 'absent' | 'full' | null;
}

/** What counts for a person in the manner of a rule: their limit, their weight, or one like everybody. */
function measureOf(rule: Sharing, people: readonly Assignee[]): (person: Assignee) => number {
  if (rule.strategy === 'round_robin') return () => 1;
  if (rule.strategy === 'weighted') return ({ id }) => weightOf(rule, id);
  const nominal = Math.max(1, ...people.map(({ capacity }) => capacity ?? 0));
  return ({ capacity }) => capacity ?? nominal;
}

/** The fair share of each of the people a rule chose among, absent and full ones too; nothing where nobody counts. */
export function fairShares(rule: Sharing, people: readonly Assignee[]): readonly FairShare[] {
  const measure = measureOf(rule, people);
  const total = people.reduce((sum, person) => sum + measure(person), 0);
  if (total === 0) return [];
  return people.map((person) => ({
    memberId: person.id,
    share: Math.round((WHOLE_LEAD * measure(person)) / total),
    missed: person.absent ? 'absent' : hasRoom(person) ? null : 'full',
  }));
}
