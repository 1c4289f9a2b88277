import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isVacant, placeCluster, refuseForeignCluster } from './cluster-place.ts';
import { createCluster } from './create-cluster.ts';
import { readCredentials } from './credentials.ts';
import { type Keeper, openKeeper } from './keeper.ts';
import { type Cluster, launch, whenGone, whenReady } from './launch.ts';
import { nativeBinaries } from './native-binaries.ts';
import { livingPostmaster, type Postmaster } from './postmaster.ts';
import { accountFor } from './run-as.ts';
import { refusalFromError, StartRefusal } from './start-refusal.ts';

/** The PostgreSQL that Dealtrail brings along, running. */
export interface EmbeddedPostgres {
  /** How the schema owner connects; `host` is the socket's directory. */
  owner: { host: string; port: number; user: 'dealtrail_owner'; password: string; database: 'dealtrail' };
  /** Process number of the server; changes when a server that died is replaced. */
  readonly pid: number;
  /** True when the server was already running. */
  adopted: boolean;
  /** Ends this process's need of the server and stops it, unless another process still needs it. */
  stop(): Promise<void>;
}

/** Where the database lives and how it is run. */
export interface EmbeddedOptions {
  /** Belongs to the launcher alone; created when missing. */
  directory: string;
  say?: (line: string) => void;
  /** False gives up durability for speed: for tests only. Default true. */
  durable?: boolean;
}

/**
 * Starts the embedded PostgreSQL, creating it at the first start and adopting a server that already runs. A server that
 * dies while needed is started again at the same address. Throws StartRefusal when an operator has to act.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  try {
    const cluster = await prepare(directory, options);
    return await serve(cluster);
  } catch (error) {
    throw refusalFromError(error, directory);
  }
}

async function prepare(directory: string, { say = () => {}, durable = true }: EmbeddedOptions): Promise<Cluster> {
  const account = accountFor(resolve(directory, 'cluster'));
  const place = placeCluster(directory, account, say);
  const binaries = nativeBinaries(account, say);
  if (isVacant(place)) {
    say('creating the database');
    await createCluster({ cluster: place, binaries, account, durable });
  }
  refuseForeignCluster(place, binaries.major);
  return { place, postgres: binaries.postgres, account, durable, say };
}

interface Service {
  postmaster: Postmaster;
  keeper: Keeper;
  adopted: boolean;
}

async function serve(cluster: Cluster): Promise<EmbeddedPostgres> {
  let stopping = false;
  let revival: Promise<void> | undefined;
  const lost = () => {
    if (!stopping) revival ??= revive();
  };
  let service = await bringUp(cluster, lost);

  async function revive(): Promise<void> {
    for (let waitMs = 100; !stopping; waitMs = Math.min(waitMs * 2, 30_000)) {
      try {
        cluster.say('PostgreSQL ended unexpectedly; starting it again');
        service = await bringUp(cluster, lost);
        break;
      } catch (error) {
        cluster.say(refusalFromError(error, cluster.place).message);
        await pause(waitMs, undefined, { ref: false });
      }
    }
    revival = undefined;
  }

  async function stop(): Promise<void> {
    stopping = true;
    await revival;
    await release(cluster, service.keeper);
  }

  const { socketDirectory: host, port } = service.postmaster;
  const password = readCredentials(cluster.place).dealtrail_owner;
  return {
    owner: { host, port, user: 'dealtrail_owner', password, database: 'dealtrail' },
    get pid() {
      return service.postmaster.pid;
    },
    adopted: service.adopted,
    stop,
  };
}

/** Adopts the living server or launches one; looks again when somebody else was faster, stops or dies meanwhile. */
async function bringUp(cluster: Cluster, lost: () => void): Promise<Service> {
  let failure: unknown;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const living = livingPostmaster(cluster.place);
    if (living?.state === 'stopping') {
      await whenGone(cluster.place);
      continue;
    }
    const gone = () => livingPostmaster(cluster.place)?.pid !== living?.pid;
    const postmaster = living ? await whenReady(cluster, living.pid, gone) : await launch(cluster);
    if (postmaster !== undefined) {
      try {
        const keeper = await openKeeper(cluster.place, postmaster, lost);
        return { postmaster, keeper, adopted: living !== undefined };
      } catch (error) {
        failure = error;
      }
    }
    await pause(50);
  }
  throw new StartRefusal(
    'database_failed',
    `A PostgreSQL has ${cluster.place} but takes no connections. Look for its process, stop it, and start again.`,
    failure,
  );
}

async function release(cluster: Cluster, keeper: Keeper): Promise<void> {
  const needed = await keeper.othersNeedIt().catch(() => false);
  await keeper.letGo();
  const living = livingPostmaster(cluster.place);
  if (living === undefined) return;
  if (needed) {
    cluster.say('PostgreSQL keeps running: another process of Dealtrail needs it');
    return;
  }
  // A fast shutdown: sessions are ended, everything acknowledged is on disk.
  process.kill(living.pid, 'SIGINT');
  await whenGone(cluster.place);
}
