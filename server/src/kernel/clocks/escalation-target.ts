import type { Tx } from '../db/index.ts';
import type { People, Person } from '../house/people.ts';
import type { EscalateTo } from '@dealtrail/protocol/clocks';

/** Who hears of an escalation; `fallback` when nobody holds the wanted place and the administrators hear instead. */
export interface EscalationTarget {
  readonly people: readonly Person[];
  readonly fallback: boolean;
}

/** The names of those an escalation went to, in one line. */
export function namesOf(target: EscalationTarget): string {
  return target.people.map(({ name }) => name).join('、');
}

/** Finds people for escalations, asking for each owner and role once in a transaction. */
export class EscalationTargets {
  readonly #tx: Tx;
  readonly #people: People;
  readonly #known = new Map<string, Promise<EscalationTarget>>();

  constructor(tx: Tx, people: People) {
    this.#tx = tx;
    this.#people = people;
  }

  /** Those to tell, as seen from the owner of the clock. */
  find(to: EscalateTo, ownerId: string | null): Promise<EscalationTarget> {
    const key = `${to} ${to === 'owner' || to === 'supervisor' ? ownerId : ''}`;
    const known = this.#known.get(key) ?? this.#look(to, ownerId);
    this.#known.set(key, known);
    return known;
  }

  async #look(to: EscalateTo, ownerId: string | null): Promise<EscalationTarget> {
    const people = await this.#wanted(to, ownerId);
    if (people.length > 0 || to === 'administrator') return { people, fallback: false };
    return { people: await this.#people.holdersOf(this.#tx, 'administrator'), fallback: true };
  }

  async #wanted(to: EscalateTo, ownerId: string | null): Promise<Person[]> {
    if (to === 'owner') return ownerId ? this.#people.activeAmong(this.#tx, [ownerId]) : [];
    if (to === 'supervisor') {
      const supervisor = ownerId ? await this.#people.supervisorOf(this.#tx, ownerId) : undefined;
      return supervisor ? [supervisor] : [];
    }
    // No role leads marketing apart from marketing itself (R102): its members hear together.
    return this.#people.holdersOf(this.#tx, to === 'marketing_lead' ? 'marketing' : to);
  }
}
