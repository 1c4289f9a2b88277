/** Something somebody will do at a moment; the story goes on from there. */
export interface Act {
  readonly at: Date;
  readonly run: () => Promise<void>;
  /** Acts of one story never run side by side. */
  readonly story: string;
}

/** What is to be done on which day, yyyy-mm-dd; acts may be added while the days pass. */
export class Agenda {
  readonly #days = new Map<string, Act[]>();

  add(day: string, act: Act): void {
    const known = this.#days.get(day);
    if (known) known.push(act);
    else this.#days.set(day, [act]);
  }

  /** Takes the acts of a day up to a moment, story by story, each in its order of time. */
  take(day: string, until: Date): readonly (readonly Act[])[] {
    const acts = (this.#days.get(day) ?? []).filter((act) => act.at <= until);
    this.#days.set(
      day,
      (this.#days.get(day) ?? []).filter((act) => act.at > until),
    );
    const byStory = Map.groupBy(
      acts.toSorted((one, other) => one.at.getTime() - other.at.getTime()),
      (act) => act.story,
    );
    return [...byStory.values()];
  }
}
