import { openStream } from '@dealtrail/protocol/streams';
import { lineIs, unanswered } from './reach.ts';
import { topicsOf, waitBefore } from './rules.ts';

/** Somebody who wants to hear of some kinds or records. */
interface Follower {
  readonly topics: readonly string[];
  /** Something of it changed. */
  readonly hear: () => void;
}

/** Screens that come and go together open the line once. */
const GATHER_MS = 150;
/** The server gives a sign of life each 20 seconds. */
const SILENCE_MS = 45_000;
/** A window out of sight gives its line back after this long. */
const HIDDEN_MS = 15_000;
/** Without a line everything followed is asked again this often. */
const POLL_MS = 15_000;

const followers = new Set<Follower>();
const timers: Partial<Record<'gather' | 'silence' | 'hidden' | 'retry' | 'poll', ReturnType<typeof setTimeout>>> = {};
let source: EventSource | undefined;
let followed: readonly string[] = [];
let place = '';
let failures = 0;

function later(name: keyof typeof timers, ms: number, act: () => void): void {
  clearTimeout(timers[name]);
  timers[name] = setTimeout(act, ms);
}

function tellAll(): void {
  for (const { hear } of followers) hear();
}

function poll(): void {
  if (source?.readyState === 1) return;
  if (!document.hidden) tellAll();
  later('poll', POLL_MS, poll);
}

function close(): void {
  source?.close();
  source = undefined;
  clearTimeout(timers.silence);
}

function lost(): void {
  close();
  failures += 1;
  if (failures === 1) later('poll', POLL_MS, poll);
  // One break is usual, such as a restart; it is mended before anybody misses anything.
  if (failures > 1) lineIs('lost');
  later('retry', waitBefore(failures, Math.random()), open);
}

function alive({ lastEventId }: MessageEvent): void {
  place = lastEventId || place;
  later('silence', SILENCE_MS, lost);
}

function open(): void {
  close();
  clearTimeout(timers.retry);
  if (document.hidden || followers.size === 0) return;
  followed = topicsOf(
    [...followers].flatMap(({ topics }) => topics),
    followed,
  );
  const asked = new URLSearchParams({ topics: followed.join(','), ...(place && { after: place }) });
  const line = new EventSource(`/api/v1${openStream.path}?${asked}`);
  source = line;
  line.addEventListener('open', () => {
    failures = 0;
    lineIs('open');
  });
  line.addEventListener('error', lost);
  line.addEventListener('message', (message: MessageEvent<string>) => {
    alive(message);
    const { kind, id } = JSON.parse(message.data) as { kind: string; id: string };
    for (const { topics, hear } of followers) if (topics.includes(kind) || topics.includes(id)) hear();
  });
  line.addEventListener('pulse', alive);
  line.addEventListener('resync', (message) => {
    alive(message);
    tellAll();
  });
  later('silence', SILENCE_MS, lost);
}

/** Opens the line anew when it does not carry all that is wanted. */
function look(): void {
  const missing = [...followers].some(({ topics }) => topics.some((topic) => !followed.includes(topic)));
  if (followers.size > 0 && (missing || (!source && failures === 0))) open();
}

function seen(): void {
  if (document.hidden) later('hidden', HIDDEN_MS, close);
  else {
    clearTimeout(timers.hidden);
    if (!source) open();
  }
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('offline', unanswered);
  window.addEventListener('online', open);
}

/**
 * Follows kinds of record (`lead`, `notification`) and records by id over the one line of this window; returns how to
 * stop. A window out of sight holds no line and catches up when it is looked at; without a line everything is asked
 * again from time to time.
 */
export function follow(follower: Follower): () => void {
  listen();
  followers.add(follower);
  later('gather', GATHER_MS, look);
  return () => followers.delete(follower);
}

/** Forgets the line of who signed out; the next member begins afresh. */
export function hangUp(): void {
  close();
  followed = [];
  place = '';
  failures = 0;
}
