import { randomFillSync } from 'node:crypto';

/** The only source of "now" and of new ids; a test or the demo injects its own. */
export interface Time {
  now(): Date;
  /** Calendar date yyyy-mm-dd in a zone. */
  today(zone: string): string;
  /** A new UUIDv7: 48 bits of milliseconds, then randomness; ids of one process rise strictly. */
  newId(): string;
}

/** How days of a zone are written, and the last second that was asked for with its day: most ask for today. */
interface DaysOf {
  readonly format: Intl.DateTimeFormat;
  second: number;
  day: string;
}

const daysOf = new Map<string, DaysOf>();

/** Calendar date yyyy-mm-dd of an instant in a zone. */
export function dayIn(zone: string, instant: Date): string {
  let known = daysOf.get(zone);
  if (!known) {
    const parts = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
    known = { format: new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...parts }), second: Number.NaN, day: '' };
    daysOf.set(zone, known);
  }
  const second = Math.floor(instant.getTime() / 1_000);
  if (known.second !== second) {
    known.day = known.format.format(instant);
    known.second = second;
  }
  return known.day;
}

type Fill = (bytes: Uint8Array) => void;

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidFrom(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < 16; i += 1) {
    text += hex[bytes[i] ?? 0];
    if (i === 3 || i === 5 || i === 7 || i === 9) text += '-';
  }
  return text;
}

/** Makes the id source of one clock: RFC 9562 version 7 with a 12-bit counter, so that ids within a millisecond rise. */
function idSource(now: () => number, fill: Fill): () => string {
  let last = 0;
  let counter = 0;
  return () => {
    const wanted = now();
    if (wanted > last) {
      last = wanted;
      counter = 0;
    } else if (counter === 0xfff) {
      last += 1;
      counter = 0;
    } else {
      counter += 1;
    }
    const bytes = new Uint8Array(16);
    fill(bytes);
    let rest = last;
    for (let i = 5; i >= 0; i -= 1) {
      bytes[i] = rest % 256;
      rest = Math.floor(rest / 256);
    }
    bytes[6] = 0x70 | (counter >> 8);
    bytes[7] = counter & 0xff;
    bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
    return uuidFrom(bytes);
  };
}

/** Milliseconds of the machine since some moment, never set back: for what must hold whatever the clock says. */
export function machineMs(): number {
  return performance.now();
}

/** Randomness of the machine, fetched for many ids at a time. */
function pooledRandomness(): Fill {
  const pool = new Uint8Array(4_096);
  let used = pool.length;
  return (bytes) => {
    if (used + bytes.length > pool.length) {
      randomFillSync(pool);
      used = 0;
    }
    bytes.set(pool.subarray(used, used + bytes.length));
    used += bytes.length;
  };
}

/** The machine's clock and randomness. */
export function systemTime(): Time {
  const now = () => new Date();
  return {
    now,
    today: (zone) => dayIn(zone, now()),
    newId: idSource(() => Date.now(), pooledRandomness()),
  };
}

/** A clock that stands still until it is moved, with ids that depend on the seed only. */
export interface FrozenTime extends Time {
  set(instant: string | Date): void;
  advance(milliseconds: number): void;
}

/** Makes a frozen clock for tests and the demo. */
export function frozenTime(start: string | Date, seed = 1): FrozenTime {
  let current = new Date(start);
  let state = seed >>> 0;
  const fill: Fill = (bytes) => {
    for (let i = 0; i < bytes.length; i += 1) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[i] = state >>> 24;
    }
  };
  const now = () => new Date(current);
  return {
    now,
    today: (zone) => dayIn(zone, current),
    newId: idSource(() => current.getTime(), fill),
    set: (instant) => {
      current = new Date(instant);
    },
    advance: (milliseconds) => {
      current = new Date(current.getTime() + milliseconds);
    },
  };
}
