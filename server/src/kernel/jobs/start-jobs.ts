import type { Server } from 'node:http';
import type { PgBoss } from 'pg-boss';
import type { Login } from '../db/index.ts';
import type { Carry, ReactionJob } from '../events/index.ts';
import type { Services } from '../house/services.ts';
import { EventRelay } from './event-relay.ts';
import { keepDeadLetters } from './dead-letters.ts';
import { queueSettings, REACT, REACT_DEAD } from './queues.ts';
import { runReactions } from './run-reactions.ts';
import { SweepRunner } from './sweep-runner.ts';

/** Jobs one worker takes at a time. */
const BATCH = 50;
const TRY_AGAIN_MS = 5_000;
const LOOK_FOR_DEAD_SECONDS = 5;
const STOP_WITHIN_MS = 10_000;

/** Puts reaction jobs into the queue inside the transaction of the relay. */
export function carryInto(boss: PgBoss): Carry {
  return async (tx, jobs) => {
    const db = { executeSql: (text: string, values?: unknown[]) => tx.run({ text, values: values ?? [] }) };
    await boss.insert(
      REACT,
      jobs.map((job) => ({ data: job })),
      { db },
    );
  };
}

/** Opens the queue with connections of its own; throws when the database cannot be reached. */
export async function openQueue(services: Services, login: Login): Promise<PgBoss> {
  // Loaded here and not above: it takes as long as a tenth of the whole start.
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ ...login, ...queueSettings, max: 3, application_name: 'dealtrail jobs' });
  boss.on('error', (error) => services.log.error({ err: error }, 'job queue'));
  await boss.start();
  return boss;
}

/** What a process does beside answering: it runs until it is stopped. */
class Jobs {
  readonly #services: Services;
  readonly #login: Login;
  readonly #sweeps: readonly SweepRunner[];
  #boss: PgBoss | undefined;
  #relay: EventRelay | undefined;
  #retry: NodeJS.Timeout | undefined;
  #stopped = false;
  #opening: Promise<void> | undefined;

  constructor(services: Services, login: Login) {
    this.#services = services;
    this.#login = login;
    this.#sweeps = services.registry.sweeps.map((sweep) => new SweepRunner(services, sweep));
  }

  begin(): void {
    if (this.#stopped) return;
    for (const sweep of this.#sweeps) sweep.start();
    this.#open();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#retry);
    await this.#opening;
    await this.#relay?.stop();
    await Promise.all(this.#sweeps.map((sweep) => sweep.stop()));
    await this.#boss?.stop({ graceful: true, timeout: STOP_WITHIN_MS });
  }

  #open(): void {
    this.#opening = this.#openReactions().catch((error: unknown) => {
      this.#services.log.error({ err: error }, 'the job queue is not to be reached; trying again');
      if (!this.#stopped) this.#retry = setTimeout(() => this.#open(), TRY_AGAIN_MS).unref();
    });
  }

  async #openReactions(): Promise<void> {
    const boss = await openQueue(this.#services, this.#login);
    this.#boss = boss;
    const worker = await boss.work<
      ReactionJob,
      unknown,
      { batchSize: number; perJobResults: true; burstWhenBatchFull: boolean; pollingIntervalSeconds: number }
    >(REACT, { batchSize: BATCH, perJobResults: true, burstWhenBatchFull: true, pollingIntervalSeconds: 2 }, (jobs) =>
      runReactions(this.#services, jobs),
    );
    await boss.work<ReactionJob, void, { batchSize: number; includeMetadata: true; pollingIntervalSeconds: number }>(
      REACT_DEAD,
      { batchSize: BATCH, includeMetadata: true, pollingIntervalSeconds: LOOK_FOR_DEAD_SECONDS },
      (jobs) => keepDeadLetters(this.#services, jobs),
    );
    await this.#checkHandlers(boss);
    this.#relay = new EventRelay(this.#services, carryInto(boss), () => boss.notifyWorker(worker));
    this.#relay.start();
  }

  /** Says at the start what waits for hands that no chapter brings any more; it will end as dead letters. */
  async #checkHandlers(boss: PgBoss): Promise<void> {
    const { rows } = await boss
      .getDb()
      .executeSql(`select distinct data ->> 'reaction' as name from pgboss.job where name = $1 and state < 'active'`, [
        REACT,
      ]);
    const known = this.#services.registry.reactions;
    const missing = (rows as { name: string }[]).map(({ name }) => name).filter((name) => !known.has(name));
    if (missing.length > 0)
      this.#services.log.error({ reactions: missing }, 'jobs wait for reactions that no chapter brings');
  }
}

/**
 * Starts sweeps, relay and reactions once the server listens, so that they do not delay its first answer. Returns how
 * to stop them: what is in flight ends first.
 */
export function startJobs(services: Services, login: Login, server: Server): () => Promise<void> {
  const jobs = new Jobs(services, login);
  if (server.listening) jobs.begin();
  else server.once('listening', () => jobs.begin());
  return () => jobs.stop();
}
