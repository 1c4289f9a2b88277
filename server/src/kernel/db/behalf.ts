import type { NewEvent } from './event-row.ts';
import type { Origin } from './origin.ts';

/** Somebody away whose deputy acts. */
export interface Away {
  readonly memberId: string;
  readonly name: string;
}

/**
 * On whose behalf a transaction acts: what is locked of somebody away, whose deputy the actor is, is changed for them,
 * and its history says so.
 */
export class Behalf {
  readonly #standsFor: readonly Away[];
  readonly #byRecord = new Map<string, Away>();

  constructor({ standsFor = [] }: Pick<Origin, 'standsFor'>) {
    this.#standsFor = standsFor;
  }

  /** Notes a row that was locked: a record, or what hangs on one. */
  note(row: Readonly<Record<string, unknown>> | undefined): void {
    if (!row || this.#standsFor.length === 0) return;
    const away = this.#standsFor.find(({ memberId }) => memberId === row['ownerId']);
    if (away) this.#byRecord.set(String(row['recordId'] ?? row['id']), away);
  }

  /** For whom the actor works on the record; undefined: for themselves. */
  of(recordId: string): Away | undefined {
    return this.#byRecord.get(recordId);
  }

  /** The fact with the one it was done for, in its data and its sentence. */
  told(event: NewEvent): NewEvent {
    const away = this.#byRecord.get(event.recordId);
    if (!away) return event;
    return {
      ...event,
      data: { ...event.data, behalfOf: away.memberId },
      ...(event.text ? { text: { ...event.text, params: { ...event.text.params, behalfOf: away.name } } } : {}),
    };
  }
}
