/** A field of which what was typed and what is stored now differ, though the person did not start from it. */
export interface Clash<Name extends string> {
  readonly name: Name;
  readonly mine: Value;
  readonly theirs: Value;
}

type Value = string | number | null | undefined;

/** Values of a form by field. */
export type Values<Name extends string> = Readonly<Partial<Record<Name, Value>>>;

const same = (one: Value, other: Value): boolean => (one ?? null) === (other ?? null) || (one === '' && other == null);

/** What a person changed: the fields whose value differs from the one the form began with. */
export function changesOf<Name extends string>(
  names: readonly Name[],
  began: Values<Name>,
  typed: Values<Name>,
): Values<Name> {
  const changed: Partial<Record<Name, Value>> = {};
  for (const name of names) if (!same(typed[name], began[name])) changed[name] = typed[name] ?? null;
  return changed;
}

/** Fields that both sides changed to different values; all others can be saved without losing anything. */
export function clashesOf<Name extends string>(
  names: readonly Name[],
  sides: { readonly began: Values<Name>; readonly mine: Values<Name>; readonly theirs: Values<Name> },
): readonly Clash<Name>[] {
  const { began, mine, theirs } = sides;
  return names
    .filter((name) => name in mine && !same(theirs[name], began[name]) && !same(mine[name], theirs[name]))
    .map((name) => ({ name, mine: mine[name], theirs: theirs[name] }));
}
