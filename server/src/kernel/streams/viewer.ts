import { PassThrough, type Readable } from 'node:stream';
import type { Change } from '@dealtrail/protocol/streams';
import type { FastifyRequest } from 'fastify';
import type { Actor, Credential } from '../access/index.ts';

/** What may wait for a slow listener before they are told to read everything again. */
const BUFFER_BYTES = 65_536;

/** Who opens a stream, and what they want to follow from where. */
export interface Opening {
  readonly actor: Actor;
  readonly credential: Credential;
  readonly request: FastifyRequest;
  readonly topics: ReadonlySet<string>;
  /** Place in the organisation's order up to which they know everything. */
  readonly position: number;
  /** True when what they missed cannot be told any more. */
  readonly resync: boolean;
}

/** One open stream of one member. */
export class Viewer {
  readonly credential: Credential;
  readonly request: FastifyRequest;
  readonly topics: ReadonlySet<string>;
  actor: Actor;
  position: number;
  readonly #stream = new PassThrough({ highWaterMark: BUFFER_BYTES });
  #stuck = false;

  constructor(opening: Opening) {
    this.credential = opening.credential;
    this.request = opening.request;
    this.topics = opening.topics;
    this.actor = opening.actor;
    this.position = opening.position;
    if (opening.resync) this.resync();
    else this.pulse();
  }

  /** The bytes as they leave. */
  get body(): Readable {
    return this.#stream;
  }

  /** True while the listener takes nothing. */
  get stuck(): boolean {
    return this.#stuck;
  }

  /** Tells what changed up to a place in the order; the place stands on the last message, so that none is lost on the way. */
  tell(changes: readonly Change[], position: number): void {
    this.position = position;
    const last = changes.length - 1;
    this.#write(
      changes
        .map((change, i) => `${i === last ? `id: ${position}\n` : ''}data: ${JSON.stringify(change)}\n\n`)
        .join(''),
    );
  }

  /** A sign of life with the present place, so that a listener notices a line that died. */
  pulse(): void {
    this.#write(`id: ${this.position}\nevent: pulse\ndata: {}\n\n`);
  }

  /** Too much was missed to tell it: read everything again. */
  resync(): void {
    this.#write(`id: ${this.position}\nevent: resync\ndata: {}\n\n`);
  }

  /** Ends the stream; the browser may open another after a moment. */
  end(): void {
    this.#stream.end();
  }

  /** Cuts off a listener who takes nothing. */
  cut(): void {
    this.#stream.destroy();
  }

  #write(text: string): void {
    if (text === '' || this.#stuck || this.#stream.writableEnded || this.#stream.destroyed) return;
    if (this.#stream.write(text)) return;
    this.#stuck = true;
    this.#stream.once('drain', () => {
      this.#stuck = false;
      this.resync();
    });
  }
}
