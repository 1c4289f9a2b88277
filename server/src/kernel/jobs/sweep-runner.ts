import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { runSweep, type Swept } from './run-sweep.ts';
import { noteFailure, noteRecovery, noteRound } from './sweep-notes.ts';

/** A round is noted at most this often. */
const NOTED_EVERY_MS = 60_000;

/** Repeats one sweep every so many seconds, never twice at once in this process, and at once while more is waiting. */
export class SweepRunner {
  readonly #services: Services;
  readonly #sweep: Sweep;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #stopped = false;
  #notedAt = 0;
  /** Organisations it failed for when it last came to them. */
  readonly #failing = new Set<string>();

  constructor(services: Services, sweep: Sweep) {
    this.#services = services;
    this.#sweep = sweep;
  }

  start(): void {
    this.#timer = setInterval(() => this.wake(), this.#sweep.everySeconds * 1_000);
    this.#timer.unref();
    this.wake();
  }

  /** Runs it now unless it runs already. */
  wake(): void {
    if (this.#stopped || this.#running) return;
    this.#running = this.#passes().finally(() => {
      this.#running = undefined;
    });
  }

  /** Ends after the batch in flight. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#running;
  }

  async #passes(): Promise<void> {
    const { log } = this.#services;
    try {
      for (let more = true; more && !this.#stopped; ) {
        const swept = await runSweep(this.#services, this.#sweep);
        await this.#note(swept);
        // What failed would fail again at once; it waits for the next turn.
        more = swept.more && swept.failures.length === 0;
      }
    } catch (error) {
      log.error({ err: error, sweep: this.#sweep.name }, 'sweep could not look for work');
    }
  }

  /** Keeps for people to see when it last went round, and for whom it fails. */
  async #note(swept: Swept): Promise<void> {
    const { log, time } = this.#services;
    const { name } = this.#sweep;
    for (const { orgId, error } of swept.failures) {
      log.error({ err: error, orgId, sweep: name }, 'sweep failed');
      this.#failing.add(orgId);
      await noteFailure(this.#services, orgId, name, error);
    }
    for (const orgId of swept.served) if (this.#failing.delete(orgId)) await noteRecovery(this.#services, orgId, name);
    const now = time.now().getTime();
    if (Math.abs(now - this.#notedAt) < NOTED_EVERY_MS) return;
    this.#notedAt = now;
    await noteRound(this.#services, name);
  }
}
