/** A kind of fact that may set a rule going, as the chapter that tells it declares it. */
export interface Trigger {
  /** Type of the event, such as leads.assigned. */
  readonly event: string;
  /** Kinds of record it happens to. */
  readonly kinds: readonly string[];
  /** By which property of its data it may be narrowed, to which values, and whose words those are. */
  readonly by?: {
    readonly property: string;
    readonly values: readonly string[];
    /** Sentences are `<words>.<value>`. */
    readonly words: string;
  };
}
