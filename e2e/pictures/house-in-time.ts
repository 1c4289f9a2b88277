import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { house } from '../../server/src/house.ts';
import { openSetUpDoor } from '../../server/src/kernel/auth/set-up-door.ts';
import { readConfig } from '../../server/src/kernel/config/config.ts';
import { startEmbedded } from '../../server/src/kernel/db/embedded/start-embedded.ts';
import { loginsFrom, migrate } from '../../server/src/kernel/db/index.ts';
import { openHouse } from '../../server/src/kernel/house/open-house.ts';
import { drain, installJobs } from '../../server/src/kernel/jobs/index.ts';
import { frozenTime } from '../../server/src/kernel/time/time.ts';
import { freePort, root } from '../product/product-process.ts';

/** The product on a clock that is moved by hand, so that half a year of sales happens within a minute. */
export interface HouseInTime {
  readonly address: string;
  /** Token of the set-up link. */
  readonly setUpToken: string;
  /** Moves on to a moment such as `2026-03-18 10:12` in Shanghai; what the product would have done by then is done. */
  readonly goTo: (moment: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** Opens the product on an empty database at a moment in Shanghai. */
export async function openHouseAt(moment: string): Promise<HouseInTime> {
  const directory = await mkdtemp(join(tmpdir(), 'dealtrail-pictures-'));
  const embedded = await startEmbedded({ directory: join(directory, 'postgres'), durable: false });
  const logins = loginsFrom(embedded.owner);
  await migrate(logins, installJobs);
  const time = frozenTime(instantOf(moment), 18);
  const config = readConfig({ DEALTRAIL_DATA: directory, PORT: String(await freePort()) }, directory);
  const open = await openHouse({
    config,
    logins,
    time,
    modules: house,
    log: pino({ level: 'warn' }),
    webDirectory: join(root, 'web/dist'),
  });
  const setUpToken = await openSetUpDoor(open.services.database);
  if (!setUpToken) throw new Error('the set-up door of a new house is closed');
  await open.app.listen({ host: config.host, port: config.port });
  return {
    address: config.publicUrl,
    setUpToken,
    async goTo(next) {
      time.set(instantOf(next));
      await drain(open.services);
    },
    async end() {
      await open.close();
      await embedded.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function instantOf(moment: string): string {
  return `${moment.replace(' ', 'T')}:00+08:00`;
}
