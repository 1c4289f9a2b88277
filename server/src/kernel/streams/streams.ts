import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { ActorLoader } from '../access/index.ts';
import type { Accounts } from '../auth/accounts.ts';
import { type Database, type Login, rowsOf, statementOf } from '../db/index.ts';
import type { Time } from '../time/time.ts';
import { Announcer } from './announcer.ts';
import { BATCH, type ChangeRow, changesAfter } from './change-query.ts';
import { offer } from './rules/offer.ts';
import { type Opening, Viewer } from './viewer.ts';

/** Open streams of one member in one process; a browser holds one for each window that is seen. */
const MOST_A_MEMBER = 8;

/** Sign of life; proxies commonly give up a silent line after 60 seconds. */
const PULSE_MS = 20_000;

/**
 * How often an organisation is looked at without news: sign-outs and lost rights act within 5 seconds, and what the
 * line between processes did not tell is found. Without that line four times as often.
 */
const LOOK_MS = 4_000;
const LOOK_ALONE_MS = 1_000;

/** Facts relayed this close together are told together. */
const GATHER_MS = 30;

/** What the streams need of the house. */
interface Rooms {
  readonly database: Database;
  readonly time: Time;
  readonly accounts: Accounts;
  readonly log: FastifyBaseLogger;
  readonly guards: ActorLoader['guards'];
  /** The chapter that brings a kind of record. */
  readonly chapterOf: (kind: string) => string | undefined;
}

/** The listeners of one organisation. */
interface Audience {
  readonly viewers: Set<Viewer>;
  running: Promise<void> | undefined;
  again: boolean;
}

/** The open streams of one process: what happened reaches those who look at it and may see it. */
export class Streams {
  readonly #rooms: Rooms;
  readonly #announcer: Announcer;
  readonly #audiences = new Map<string, Audience>();
  #look: NodeJS.Timeout | undefined;
  #pulse: NodeJS.Timeout | undefined;
  #looked = 0;
  #closed = false;

  constructor(rooms: Rooms, login: Login) {
    this.#rooms = rooms;
    this.#announcer = new Announcer(login, rooms.log, (orgId) => this.#wake(orgId));
  }

  /** Streams open in this process. */
  get open(): number {
    let count = 0;
    for (const { viewers } of this.#audiences.values()) count += viewers.size;
    return count;
  }

  /** True when a member may open one more. */
  hasRoomFor(orgId: string, memberId: string): boolean {
    const viewers = [...(this.#audiences.get(orgId)?.viewers ?? [])];
    return viewers.filter(({ actor }) => actor.memberId === memberId).length < MOST_A_MEMBER;
  }

  /** Opens a stream; it ends with the sign-in, with the process, or when the other side goes. */
  join(opening: Opening): Readable {
    const { orgId } = opening.actor;
    const viewer = new Viewer(opening);
    const audience = this.#audiences.get(orgId) ?? { viewers: new Set(), running: undefined, again: false };
    this.#audiences.set(orgId, audience);
    audience.viewers.add(viewer);
    viewer.body.once('close', () => this.#leave(orgId, viewer));
    this.#announcer.start();
    this.#look ??= setInterval(() => this.#lookAround(), LOOK_ALONE_MS).unref();
    this.#pulse ??= setInterval(() => this.#pulseAll(), PULSE_MS).unref();
    this.#wake(orgId);
    return viewer.body;
  }

  /** Facts of an organisation got their place in the order: tells the listeners here, and the other processes. */
  changed(orgId: string): void {
    if (this.#closed) return;
    this.#announcer.announce(orgId);
    this.#wake(orgId);
  }

  /** Ends every stream, so that the process can go. */
  async close(): Promise<void> {
    this.#closed = true;
    const running = [...this.#audiences.values()].map((audience) => audience.running);
    for (const { viewers } of this.#audiences.values()) for (const viewer of viewers) viewer.end();
    this.#rest();
    await Promise.all([...running, this.#announcer.close()]);
  }

  #leave(orgId: string, viewer: Viewer): void {
    const audience = this.#audiences.get(orgId);
    audience?.viewers.delete(viewer);
    if (audience?.viewers.size === 0) this.#audiences.delete(orgId);
    if (this.#audiences.size === 0) this.#rest();
  }

  #rest(): void {
    clearInterval(this.#look);
    clearInterval(this.#pulse);
    this.#look = undefined;
    this.#pulse = undefined;
  }

  #lookAround(): void {
    this.#looked += 1;
    if (this.#announcer.heard && this.#looked % (LOOK_MS / LOOK_ALONE_MS) !== 0) return;
    for (const orgId of this.#audiences.keys()) this.#wake(orgId);
  }

  #pulseAll(): void {
    for (const { viewers } of this.#audiences.values()) {
      for (const viewer of viewers) {
        // Nothing taken since the last one: nobody is there, or on a line that cannot carry it.
        if (viewer.stuck) viewer.cut();
        else viewer.pulse();
      }
    }
  }

  #wake(orgId: string): void {
    const audience = this.#audiences.get(orgId);
    if (!audience || this.#closed) return;
    audience.again = true;
    audience.running ??= this.#serve(orgId, audience).finally(() => {
      audience.running = undefined;
    });
  }

  async #serve(orgId: string, audience: Audience): Promise<void> {
    while (audience.again && audience.viewers.size > 0 && !this.#closed) {
      await new Promise((resolve) => {
        setTimeout(resolve, GATHER_MS);
      });
      audience.again = false;
      try {
        await this.#tell(orgId, [...audience.viewers]);
      } catch (error) {
        this.#rooms.log.warn({ err: error, orgId }, 'streams could not look for changes');
      }
    }
  }

  /** One look at one organisation: ends the streams of who is signed out, and tells the others what is new to them. */
  async #tell(orgId: string, viewers: readonly Viewer[]): Promise<void> {
    const { database, guards, time } = this.#rooms;
    const credentials = viewers.map(({ credential }) => credential);
    const from = Math.min(...viewers.map(({ position }) => position));
    const [standing, changes] = await database.read(orgId, [
      guards(orgId, credentials, time.now()),
      statementOf(changesAfter(orgId, from)),
    ]);
    if (!standing || !changes) return;
    const epochs = new Map(
      rowsOf<{ proof: string; epoch: string }>(standing).map(({ proof, epoch }) => [proof, epoch]),
    );
    const rows = rowsOf<ChangeRow>(changes);
    for (const viewer of viewers) {
      if (await this.#stands(viewer, epochs.get(viewer.credential.proof))) this.#tellOne(viewer, rows);
      else viewer.end();
    }
    if (rows.length === BATCH) this.#wake(orgId);
  }

  #tellOne(viewer: Viewer, rows: readonly ChangeRow[]): void {
    const news = rows.filter(({ seq }) => seq > viewer.position);
    const last = news.at(-1)?.seq;
    if (last === undefined) return;
    viewer.tell(offer(news, viewer, this.#rooms.chapterOf), last);
  }

  /** Whether a listener is still signed in; gives them the rights they have now. */
  async #stands(viewer: Viewer, epoch: string | undefined): Promise<boolean> {
    if (epoch === undefined) return false;
    const { accounts } = this.#rooms;
    let actor = await accounts.actorOf(viewer.credential);
    if (actor?.epoch !== epoch) {
      await accounts.forget(viewer.request);
      actor = await accounts.actorOf(viewer.credential);
    }
    if (!actor || actor.secondStep === 'due') return false;
    viewer.actor = actor;
    return true;
  }
}
