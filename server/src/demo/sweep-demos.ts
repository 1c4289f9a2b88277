import type { Services } from '../kernel/house/services.ts';
import type { Sweep } from '../kernel/house/module.ts';
import type { Tx } from '../kernel/db/index.ts';
import { movingTime } from './play/moving-time.ts';
import { playDemo } from './play/play-demo.ts';
import { beat, clearDemo, type DemoRow, lockDemo, newestDemo, saveDemo } from './store/demo-store.ts';
import { administratorName } from './store/asker-query.ts';

/** Beginnings after which a demo is given up: something ends the process each time. */
const MOST_ATTEMPTS = 3;
/** The same seed tells the same year. */
const SEED = 'dealtrail';

/** Ends the making of a demo: the process stops, or somebody else has taken it over. */
class Interrupted extends Error {}

function inHome<Result>(services: Services, homeOrgId: string, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const origin = { orgId: homeOrgId, actorId: null, operation: 'demo.make', requestId: services.time.newId() };
  return services.database.write(origin, work);
}

/** Takes the demo that waits; of one whose process died only the order is left, the rest is cleared away. */
async function claim(services: Services, homeOrgId: string): Promise<DemoRow | undefined> {
  return inHome(services, homeOrgId, async (tx) => {
    const demo = await lockDemo(tx);
    if (!demo || demo.state === 'standing' || demo.state === 'removed' || demo.state === 'failed') return undefined;
    if (demo.state === 'clearing') return demo;
    const attempts = demo.attempts + 1;
    return saveDemo(tx, demo, { state: attempts > MOST_ATTEMPTS ? 'failed' : 'playing', attempts, done: 0 });
  });
}

async function clear(services: Services, { orgId, id }: DemoRow): Promise<void> {
  await clearDemo(services.database, orgId, id);
  await services.storage.sweepOrphans(id, async () => new Set(), services.time.now());
}

/** Settles what became of a demo, unless somebody else has taken it over meanwhile. */
async function settle(services: Services, demo: DemoRow, patch: Partial<Omit<DemoRow, 'orgId' | 'id'>>): Promise<void> {
  await inHome(services, demo.orgId, async (tx) => {
    const now = await lockDemo(tx);
    if (now?.id === demo.id && now.attempts === demo.attempts && now.state === demo.state)
      await saveDemo(tx, now, patch);
  });
}

async function play(services: Services, demo: DemoRow): Promise<void> {
  const { time, log } = services;
  const now = time.now();
  // Accounts are one list for the whole installation: the ids of another demo must be others.
  const past = movingTime(now, Number.parseInt(demo.id.slice(-8), 16));
  const house = await services.openUnder(past);
  try {
    const name = await administratorName(services.database, demo.orgId, demo.askedBy);
    const order = {
      orgId: demo.id,
      homeOrgId: demo.orgId,
      administratorName: name,
      now,
      days: demo.days,
      leads: demo.leads,
      seed: SEED,
    };
    const dropped = await playDemo(house, past, order, async (done) => {
      const still = await inHome(services, demo.orgId, (tx) => beat(tx, demo, done));
      if (!still || services.lifecycle.draining) throw new Interrupted();
    });
    for (const { matter, reason } of dropped)
      log.warn({ err: reason, matter }, 'a story of the demo could not be told to its end');
  } finally {
    await house.close();
  }
}

async function make(services: Services, demo: DemoRow): Promise<void> {
  try {
    await clear(services, demo);
    await play(services, demo);
    await settle(services, demo, { state: 'standing', done: demo.days, stoodAt: services.time.now() });
  } catch (error) {
    if (error instanceof Interrupted) {
      await settle(services, demo, { state: 'asked' });
      return;
    }
    services.log.error({ err: error }, 'the demo could not be made');
    await settle(services, demo, { state: 'failed' });
    await clear(services, demo);
  }
}

/** Makes demos that were asked for and clears away those that were removed; what a killed process left begins anew. */
export const sweepDemos: Sweep = {
  name: 'demo.make',
  due: 'sweep.demos_waiting',
  everySeconds: 1,
  async run({ orgId, services }) {
    const demo = await claim(services, orgId);
    if (demo?.state === 'playing') await make(services, demo);
    else if (demo) {
      await clear(services, demo);
      if (demo.state === 'clearing') await settle(services, demo, { state: 'removed' });
    }
    const [left] = await services.database.readRows(orgId, newestDemo(orgId));
    return left?.state === 'clearing';
  },
};
