/** A person among whom a rule takes turns. */
export interface TurnTaker {
  readonly id: string;
  /** Leads they get beside the others, above 0: who has 2 gets twice as many as who has 1. */
  readonly weight: number;
}

/** What a rule owes each person, in billionths of a lead; a person not named is owed nothing. */
export type Credits = ReadonlyMap<string, number>;

/** One lead: fine enough that a thousand leads among fifty people are shared out to a ten-thousandth. */
export const WHOLE_LEAD = 1_000_000_000;

/**
 * Whose turn it is among those present, and what each is owed after it. Balinski and Young's quota method, kept in
 * credits: a lead adds each person's share to what they are owed; of those owed something the one whose next lead is due
 * first gets it and pays it. So among the same people nobody strays a whole lead from their share, also over restarts,
 * and who was away neither loses nor catches up. Integers only; ties go to the smaller id. Undefined without people.
 */
export function nextTurn<P extends TurnTaker>(
  people: readonly P[],
  credits: Credits,
): { readonly taker: P; readonly credits: Credits } | undefined {
  const weights = people.reduce((sum, { weight }) => sum + weight, 0);
  const owed = people.map((person) => {
    const share = Math.floor((WHOLE_LEAD * person.weight) / weights);
    return { person, share, credit: (credits.get(person.id) ?? 0) + share };
  });
  // What the shares add up to, so that all credits together stay as they were.
  const price = owed.reduce((sum, { share }) => sum + share, 0);
  let next: (typeof owed)[number] | undefined;
  for (const one of owed) {
    if (one.credit <= 0) continue;
    if (next === undefined || isDueBefore(one, next, price)) next = one;
  }
  if (next === undefined) return undefined;
  const { person: taker } = next;
  const after = new Map(credits);
  for (const { person, credit } of owed) after.set(person.id, person === taker ? credit - price : credit);
  return { taker, credits: after };
}

interface Owed {
  readonly person: TurnTaker;
  readonly credit: number;
}

function isDueBefore(one: Owed, other: Owed, price: number): boolean {
  const difference = (price - one.credit) * other.person.weight - (price - other.credit) * one.person.weight;
  if (difference !== 0) return difference < 0;
  return one.person.id < other.person.id;
}
