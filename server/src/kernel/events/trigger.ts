/** A value a trigger may be narrowed to, as people call it. */
export interface TriggerValue {
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

/** A kind of fact that may set a rule going, as the chapter that tells it declares it. */
export interface Trigger {
  /** Type of the event, such as leads.assigned. */
  readonly event: string;
  /** Kinds of record it happens to. */
  readonly kinds: readonly string[];
  /** By which property of its data it may be narrowed, and to what. */
  readonly by?: { readonly property: string; readonly values: readonly TriggerValue[] };
}

type Sentences = Readonly<Record<string, string>>;

/** Values with the words the messages have for them: `<words>.<value>`. */
export function calledBy(values: readonly string[], words: string, zh: Sentences, en: Sentences): TriggerValue[] {
  return values.map((value) => {
    const key = `${words}.${value}`;
    return { value, zh: zh[key] ?? value, en: en[key] ?? value };
  });
}
