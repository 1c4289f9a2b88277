import { type Carry, relayEvents } from '../events/index.ts';
import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { SweepRunner } from './sweep-runner.ts';

/**
 * Turns events into jobs: those this process commits right after the commit, those of other nodes and of a process
 * that died in between by the sweep.
 */
export class EventRelay {
  readonly #services: Services;
  readonly #carry: Carry;
  readonly #wakeWorkers: () => void;
  readonly #sweep: SweepRunner;
  readonly #nudged = new Set<string>();
  #running: Promise<void> | undefined;
  #stopListening: () => void = () => undefined;

  constructor(services: Services, carry: Carry, wakeWorkers: () => void) {
    this.#services = services;
    this.#carry = carry;
    this.#wakeWorkers = wakeWorkers;
    const sweep: Sweep = {
      name: 'events.relay',
      due: 'sweep.events_waiting',
      everySeconds: 2,
      run: ({ orgId }) => this.#relay(orgId),
    };
    this.#sweep = new SweepRunner(services, sweep);
  }

  start(): void {
    this.#stopListening = this.#services.database.onPublished((orgId) => this.#nudge(orgId));
    this.#sweep.start();
  }

  async stop(): Promise<void> {
    this.#stopListening();
    await this.#running;
    await this.#sweep.stop();
  }

  #nudge(orgId: string): void {
    this.#nudged.add(orgId);
    this.#running ??= this.#relayNudged().finally(() => {
      this.#running = undefined;
    });
  }

  async #relayNudged(): Promise<void> {
    // Deleted before its turn, so that a commit during it makes another one.
    for (const orgId of this.#nudged) {
      this.#nudged.delete(orgId);
      try {
        if (await this.#relay(orgId)) this.#nudged.add(orgId);
      } catch (error) {
        this.#services.log.error({ err: error, orgId }, 'events were not relayed; the sweep will');
      }
    }
  }

  async #relay(orgId: string): Promise<boolean> {
    const { jobs, more } = await relayEvents(this.#services, orgId, this.#carry);
    if (jobs > 0) this.#wakeWorkers();
    return more;
  }
}
