import type { Tx } from '../db/index.ts';
import type { EscalatePlace, EscalateTo } from '@dealtrail/protocol/clocks';
import type { People, Person } from '../house/people.ts';
import { type AwayWith, heardAbove, hearing } from './rules/chain.ts';

/** Who hears of an escalation; `fallback` when nobody holds the wanted place and the administrators hear instead. */
export interface EscalationTarget {
  readonly people: readonly Person[];
  readonly fallback: boolean;
}

/** The names of those an escalation went to, in one line. */
export function namesOf(target: EscalationTarget): string {
  return target.people.map(({ name }) => name).join('、');
}

/** How far above the owner a place lies. */
const upward: Readonly<Partial<Record<EscalateTo, number>>> = {
  supervisor: 1,
  second_supervisor: 2,
  third_supervisor: 3,
} satisfies Partial<Record<EscalatePlace, number>>;

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
    const key = `${to} ${ownerId}`;
    const known = this.#known.get(key) ?? this.#look(to, ownerId);
    this.#known.set(key, known);
    return known;
  }

  async #look(to: EscalateTo, ownerId: string | null): Promise<EscalationTarget> {
    const people = await this.#wanted(to, ownerId);
    if (people.length > 0 || to === 'administrator') return { people, fallback: false };
    return { people: await this.#people.holdersOf(this.#tx, 'administrator'), fallback: true };
  }

  async #away(people: readonly Person[]): Promise<AwayWith<Person>> {
    const absentees = await this.#people.awayAmong(
      this.#tx,
      people.map(({ id }) => id),
    );
    return new Map(absentees.map(({ memberId, deputy }) => [memberId, deputy]));
  }

  async #wanted(to: EscalateTo, ownerId: string | null): Promise<readonly Person[]> {
    // The message itself also goes to who stands in for the owner.
    if (to === 'owner') return ownerId ? this.#people.activeAmong(this.#tx, [ownerId]) : [];
    const step = upward[to];
    if (step !== undefined) {
      const above = ownerId ? await this.#people.supervisorsOf(this.#tx, ownerId) : [];
      return ownerId ? heardAbove(above, await this.#away(above), { step, ownerId }) : [];
    }
    const named = await this.#named(to);
    const away = await this.#away(named);
    return named.flatMap((person) => hearing(person, away, ownerId));
  }

  /** The holders of a role, or the one person. */
  #named(to: EscalateTo): Promise<Person[]> {
    if (to.startsWith('member:')) return this.#people.activeAmong(this.#tx, [to.slice('member:'.length)]);
    if (to.startsWith('role:')) return this.#people.holdersOf(this.#tx, to.slice('role:'.length));
    // No role leads marketing apart from marketing itself (R102): its members hear together.
    return this.#people.holdersOf(this.#tx, to === 'marketing_lead' ? 'marketing' : to);
  }
}
