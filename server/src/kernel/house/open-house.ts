import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { join } from 'node:path';
import { openStorage } from '../attachments/storage/index.ts';
import { Accounts } from '../auth/accounts.ts';
import type { Config } from '../config/config.ts';
import { Database, type Logins } from '../db/index.ts';
import { RequestLimits } from '../http/limits/request-limits.ts';
import { createServer } from '../http/server.ts';
import { startJobs } from '../jobs/index.ts';
import { createMailer } from '../mail/index.ts';
import { Streams } from '../streams/index.ts';
import type { Time } from '../time/time.ts';
import type { Module } from './module.ts';
import { assemble } from './registry.ts';
import type { Services } from './services.ts';

/** What a process is made of. */
export interface HouseParts {
  readonly config: Config;
  readonly logins: Logins;
  readonly time: Time;
  readonly modules: readonly Module[];
  readonly log: FastifyBaseLogger;
  /** Directory of the built web; absent: API only. */
  readonly webDirectory?: string;
}

/** A standing process: its rooms, its web server, and how to leave. */
export interface OpenHouse {
  readonly services: Services;
  readonly app: FastifyInstance;
  /** Starts sweeps and reactions once the server listens; returns how to stop them. */
  startJobs(): () => Promise<void>;
  close(): Promise<void>;
}

/** Connections of a second house: it works on one thing. */
const POOL_OF_SECOND = 4;

function openSecond(parts: HouseParts, time: Time): Promise<OpenHouse> {
  const { webDirectory: _, logins, config, ...others } = parts;
  return openHouse({
    ...others,
    time,
    config: { ...config, smtpUrl: undefined, poolSize: POOL_OF_SECOND },
    logins: { ...logins, app: { ...logins.app, options: '-c synchronous_commit=off' } },
  });
}

/** Opens every room of one process. The database must be migrated. */
export async function openHouse(parts: HouseParts): Promise<OpenHouse> {
  const { config, time, log } = parts;
  const registry = assemble(parts.modules);
  const database = new Database(parts.logins, config.poolSize, time, registry.policies);
  const accounts = await Accounts.open(config, database, time, registry.actors);
  const services: Services = {
    config,
    database,
    time,
    accounts,
    registry,
    log,
    requestLimits: new RequestLimits(config),
    mailer: createMailer({ ...(config.smtpUrl ? { url: config.smtpUrl } : {}), from: config.mailFrom }),
    storage: openStorage(join(config.dataDirectory, 'files')),
    streams: new Streams(
      {
        database,
        time,
        accounts,
        log,
        guards: registry.actors.guards,
        chapterOf: (kind) => registry.kinds.get(kind)?.chapter,
      },
      parts.logins.app,
    ),
    openUnder: (other) => openSecond(parts, other),
    lifecycle: { draining: false },
  };
  const app = await createServer(services, log, parts.webDirectory);
  return {
    services,
    app,
    startJobs: () => startJobs(services, parts.logins.app, app.server),
    async close() {
      services.lifecycle.draining = true;
      await services.streams.close();
      await app.close();
      await database.close();
    },
  };
}
