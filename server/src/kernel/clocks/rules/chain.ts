/** Whoever hears of an escalation, as far as the chain knows them. */
interface Named {
  readonly id: string;
}

/** Those away, each with who does their work meanwhile; null: nobody. */
export type AwayWith<Person extends Named> = ReadonlyMap<string, Person | null>;

/** Somebody who is there; with who stands in for them where they are away; nobody where nobody does. */
export function hearing<Person extends Named>(
  person: Person,
  away: AwayWith<Person>,
  ownerId: string | null,
): readonly Person[] {
  const deputy = away.get(person.id);
  if (deputy === undefined) return [person];
  // A clock escalates away from who owes it, also where they stand in for who is above.
  return deputy === null || deputy.id === ownerId ? [] : [person, deputy];
}

/**
 * Who hears of a step upward: the first, second … of those above the owner who can be reached, nearest first. The chain
 * stops at the top: what would go further stays with the highest. Nobody: the list is empty.
 */
export function heardAbove<Person extends Named>(
  above: readonly Person[],
  away: AwayWith<Person>,
  { step, ownerId }: { readonly step: number; readonly ownerId: string },
): readonly Person[] {
  const places = above.map((person) => hearing(person, away, ownerId)).filter((people) => people.length > 0);
  return places[Math.min(step, places.length) - 1] ?? [];
}
