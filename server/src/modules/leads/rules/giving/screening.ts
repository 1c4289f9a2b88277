/** Which new leads marketing looks at before sales gets them (R23), and who does. */
export interface Screening {
  /** True: whatever the rules would give out. */
  readonly everything: boolean;
  /** Keys of the sources whose leads are looked at; a lead of no listed source counts as `unlisted`. */
  readonly sources: readonly string[];
  readonly screenerIds: readonly string[];
}

/** How an organisation starts: sales gets every lead at once. */
export const noScreening: Screening = { everything: false, sources: [], screenerIds: [] };

/** How leads are named that came through no listed source. */
const UNLISTED = 'unlisted';

/** Whether a new lead of this source is screened; without a screener nothing is. */
export function isScreened({ everything, sources, screenerIds }: Screening, sourceKey: string | null): boolean {
  if (screenerIds.length === 0) return false;
  return everything || sources.includes(sourceKey ?? UNLISTED);
}

/** Somebody who may screen. */
export interface Screener {
  readonly id: string;
  readonly absent: boolean;
  /** Leads that wait for them. */
  readonly waiting: number;
}

/**
 * Who screens the next lead: of those present the one for whom fewest wait, else of all; ties go to the smaller id. Nobody
 * only where there is nobody.
 */
export function chooseScreener<S extends Screener>(screeners: readonly S[]): S | undefined {
  const present = screeners.filter(({ absent }) => !absent);
  return (present.length > 0 ? present : screeners).toSorted(
    (one, other) => one.waiting - other.waiting || (one.id < other.id ? -1 : 1),
  )[0];
}
