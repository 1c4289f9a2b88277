import { setTimeout as pause } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';
import type { Login } from '../db/index.ts';

const CHANNEL = 'dealtrail_changes';

/** Commits this close together are announced at once. */
const GATHER_MS = 15;

/** How often the line is tried out, and how long the echo may take. */
const TRIAL_MS = 15_000;
const ECHO_WITHIN_MS = 3_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * The line between the processes on one database: tells the others which organisations have news, and hears of theirs.
 * One connection of its own; LISTEN through a transaction pooler is accepted and never delivers, so it trusts nothing
 * but its own echo. What is not heard, the streams' own look finds.
 */
export class Announcer {
  readonly #login: Login;
  readonly #log: FastifyBaseLogger;
  readonly #onNews: (orgId: string) => void;
  readonly #waiting = new Set<string>();
  readonly #ended = new AbortController();
  #client: pg.Client | undefined;
  #running: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #echo: (() => void) | undefined;
  #heard = false;

  constructor(login: Login, log: FastifyBaseLogger, onNews: (orgId: string) => void) {
    this.#login = login;
    this.#log = log;
    this.#onNews = onNews;
  }

  /** True while news of other processes arrive by themselves. */
  get heard(): boolean {
    return this.#heard;
  }

  /** Opens the line and keeps it open. */
  start(): void {
    this.#running ??= this.#keepOpen();
  }

  /** Tells the other processes that an organisation has news; while the line is down it is kept until it is up again. */
  announce(orgId: string): void {
    this.start();
    this.#waiting.add(orgId);
    this.#timer ??= setTimeout(() => this.#sendWaiting(), GATHER_MS);
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#ended.abort();
    await this.#client?.end().catch(() => undefined);
    await this.#running;
  }

  #sendWaiting(): void {
    this.#timer = undefined;
    if (!this.#heard) return;
    for (const orgId of this.#waiting) this.#send(orgId);
    this.#waiting.clear();
  }

  #send(text: string): void {
    this.#client?.query({ text: 'select pg_notify($1, $2)', values: [CHANNEL, text] }).catch(() => undefined);
  }

  async #keepOpen(): Promise<void> {
    const { signal } = this.#ended;
    for (let failures = 0; !signal.aborted; failures += 1) {
      try {
        await this.#listen();
        failures = 0;
      } catch (error) {
        if (!signal.aborted && failures === 0)
          this.#log.warn({ err: error }, 'no line to the other processes; looking by ourselves');
      }
      this.#heard = false;
      const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures);
      await pause(wait, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** One connection until it fails. */
  async #listen(): Promise<void> {
    const client = new pg.Client({
      ...this.#login,
      application_name: 'dealtrail line',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    const gone = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    client.on('notification', ({ payload = '', processId }) => {
      if (payload === 'echo') {
        if (processId === ownPid(client)) this.#echo?.();
      } else if (processId !== ownPid(client)) this.#onNews(payload);
    });
    await client.connect();
    this.#client = client;
    try {
      await client.query(`listen ${CHANNEL}`);
      while (!this.#ended.signal.aborted) {
        await this.#tryOut(gone);
        this.#heard = true;
        this.#sendWaiting();
        const lost = await Promise.race([
          gone.then(() => true),
          pause(TRIAL_MS, false, { signal: this.#ended.signal, ref: false }).catch(() => true),
        ]);
        if (lost) return;
      }
    } finally {
      this.#client = undefined;
      await client.end().catch(() => undefined);
    }
  }

  async #tryOut(gone: Promise<void>): Promise<void> {
    const echoed = new Promise<true>((resolve) => {
      this.#echo = () => resolve(true);
    });
    this.#send('echo');
    const late = pause(ECHO_WITHIN_MS, false, { ref: false });
    if (!(await Promise.race([echoed, late, gone])))
      throw new Error('the database does not deliver notifications here');
  }
}

/** The back-end a connection speaks to; pg keeps it without telling its types. */
function ownPid(client: pg.Client): number | undefined {
  return (client as unknown as { processID?: number }).processID;
}
