import { request } from 'node:http';
import type { Change } from '@dealtrail/protocol/streams';

/** One message as it came over the line. */
export interface Heard {
  readonly id: string | undefined;
  readonly event: string;
  readonly data: string;
}

/** A listener as a browser is one: an open line, and what came over it so far. */
export interface Listener {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  /** The text that came, byte for byte. */
  readonly text: () => string;
  readonly heard: () => Heard[];
  readonly changes: () => Change[];
  /** Resolves when the server ended the stream. */
  readonly ended: Promise<void>;
  readonly hangUp: () => void;
}

function messageOf(block: string): Heard {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  return { id: field('id'), event: field('event') ?? 'message', data: field('data') ?? '' };
}

/** Opens a stream on a listening server with an API key or a cookie. */
export function listen(port: number, path: string, headers: Record<string, string>): Promise<Listener> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: `/api/v1${path}`, headers, agent: false }, (answer) => {
      let text = '';
      let end: () => void;
      const ended = new Promise<void>((done) => {
        end = done;
      });
      answer.setEncoding('utf8');
      answer.on('data', (chunk: string) => {
        text += chunk;
      });
      answer.on('close', () => end());
      const heard = () => text.split('\n\n').slice(0, -1).map(messageOf);
      resolve({
        status: answer.statusCode ?? 0,
        headers: answer.headers,
        text: () => text,
        heard,
        changes: () =>
          heard()
            .filter(({ event }) => event === 'message')
            .map(({ data }) => JSON.parse(data) as Change),
        ended,
        hangUp: () => asked.destroy(),
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

/** Looks until it is so, at most three seconds; returns how long it took in ms. */
export async function until(so: () => boolean, limitMs = 3_000): Promise<number> {
  const began = performance.now();
  while (!so()) {
    if (performance.now() - began > limitMs) throw new Error(`not so after ${limitMs} ms`);
    await new Promise((resolve) => {
      setTimeout(resolve, 5);
    });
  }
  return performance.now() - began;
}
