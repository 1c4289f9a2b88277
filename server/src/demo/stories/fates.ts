import type { PlannedLead } from '../market/planned-lead.ts';
import type { Source } from '../market/sources.ts';

/** How a lead ends when nothing is bound: as a deal won, lost or unreal, as no lead, or as one that sleeps. */
export type Ending = 'won' | 'lost' | 'unreal' | 'invalid' | 'asleep';

/** Of the deals that are opened, so many of a hundred are signed in the end: more where people come recommended. */
const signedOfDeals = ({ signs }: Source): number => 58 + signs / 2;
/** Of the others, so many of a hundred turn out to be no deal at all. */
const UNREAL_OF_REST = 12;
/** Of the leads that become no deal, so many of a hundred are no leads. */
const INVALID_OF_REST = 62;

const eagerness = { buying: 1.7, asking: 0.85, later: 0.15 } as const;

/** Adds shares up until they make one: rates come out as planned, not as luck has it. */
class Measure {
  #sum = 0.5;
  takes(share: number): boolean {
    this.#sum += share;
    if (this.#sum < 1) return false;
    this.#sum -= 1;
    return true;
  }
}

/** Decides the endings source by source, so that each source signs the share that is planned for it. */
export class Fates {
  readonly #measures = new Map<string, Measure>();
  /** Of the leads of a source that have had the usual time within the play, so many of a hundred. */
  readonly #ripe: number;

  constructor(days: number) {
    this.#ripe = Math.max(0.5, 1 - 62 / Math.max(days, 62));
  }

  #measure(name: string): Measure {
    const known = this.#measures.get(name) ?? new Measure();
    this.#measures.set(name, known);
    return known;
  }

  endingOf({ source, nearness }: PlannedLead, talent: number): Ending {
    const opens = (source.signs / signedOfDeals(source) / this.#ripe) * this.#lean(source, nearness) * talent;
    if (!this.#measure(`${source.key} opens`).takes(Math.min(0.95, opens)))
      return this.#measure('invalid').takes(INVALID_OF_REST / 100) ? 'invalid' : 'asleep';
    if (this.#measure(`${source.key} signs`).takes(signedOfDeals(source) / 100)) return 'won';
    return this.#measure('unreal').takes(UNREAL_OF_REST / 100) ? 'unreal' : 'lost';
  }

  /** Who is nearer to buying opens more deals; the mean over a source stays one. */
  #lean({ signs }: Source, nearness: PlannedLead['nearness']): number {
    const warm = Math.min(1, signs / 30);
    const buying = 0.22 + 0.4 * warm;
    const later = 0.28 - 0.22 * warm;
    const mean = buying * eagerness.buying + (1 - buying - later) * eagerness.asking + later * eagerness.later;
    return eagerness[nearness] / mean;
  }
}
