import { react, type ReactionJob, readFacts, relayEvents } from '../events/index.ts';
import type { Services } from '../house/services.ts';
import { runSweep } from './run-sweep.ts';

// More rounds than any chain of facts and reactions has links: beyond it one causes itself.
const MOST_ROUNDS = 200;

async function relayAll(services: Services, only: string | undefined): Promise<number> {
  let relayed = 0;
  await services.database.forEachOrganization('sweep.events_waiting', services.time.now(), async (orgId) => {
    if (only !== undefined && orgId !== only) return;
    const waiting: ReactionJob[] = [];
    const { events } = await relayEvents(services, orgId, async (_, jobs) => void waiting.push(...jobs));
    relayed += events;
    const facts = await readFacts(services, orgId, waiting);
    for (const job of waiting) await react(services, job, facts);
  });
  return relayed;
}

async function sweepAll(services: Services, only: string | undefined): Promise<boolean> {
  let more = false;
  for (const sweep of services.registry.sweeps) {
    const swept = await runSweep(services, sweep, only);
    if (swept.failures[0]) throw swept.failures[0].error;
    more ||= swept.more;
  }
  return more;
}

/**
 * Does at once all that waits at the present moment of `services.time`: due sweeps, events, reactions and what follows
 * from them, until nothing is left. For tests and the demo; the first failure is thrown. `only` narrows it to one
 * organisation.
 */
export async function drain(services: Services, only?: string): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const more = await sweepAll(services, only);
    const relayed = await relayAll(services, only);
    if (!more && relayed === 0) return;
  }
  throw new Error('facts and reactions go round in a circle');
}
