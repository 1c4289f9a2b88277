import { type ChildProcess, fork, type ForkOptions } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BoxJob, type FromBox, understood } from './box-talk.ts';
import { type SheetHead, SheetRefused, type SheetRow } from './sheet.ts';
import { type ChildWatch, watchChild } from './watch-child.ts';

/** What the caller does with what comes out of the box. */
export type BoxListener = { onHead(head: SheetHead): void; onRows(rows: SheetRow[]): Promise<void> };

/** Heap bound of the child, below its resident bound: 100 000 × 15 cells need 190 MB of heap, measured. */
const heapMegabytes = 384;
const home = import.meta.dirname;
const parserHome = dirname(dirname(fileURLToPath(import.meta.resolve('csv-parse'))));

/**
 * Reads one opened file in a child process of its own that has an empty environment, no other file, no right to write or
 * start anything, a heap bound, and is killed on passing its limits or on abort. Resolves with the number of rows; rejects
 * with SheetRefused, the caller's own error, or the abort reason. Either way the child is gone and no batch is in flight.
 */
export async function runBox(
  file: FileHandle,
  job: BoxJob,
  listener: BoxListener,
  signal: AbortSignal | undefined,
): Promise<number> {
  signal?.throwIfAborted();
  const child = startChild(file);
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()).once('error', () => resolve()));
  let working: Promise<void> = Promise.resolve();
  const onRows = (rows: SheetRow[]) => {
    working = listener.onRows(rows);
    return working;
  };
  try {
    return await converse(child, job, { ...listener, onRows }, signal);
  } finally {
    child.kill('SIGKILL');
    await Promise.allSettled([gone, working]);
  }
}

function startChild(file: FileHandle): ChildProcess {
  return fork(fileURLToPath(import.meta.resolve('./box-child.ts')), boxOptions(file.fd));
}

/** How the child is started: what it does not get here, it does not have. */
export function boxOptions(fileDescriptor: number): ForkOptions {
  return {
    env: {},
    execArgv: [
      `--max-old-space-size=${heapMegabytes}`,
      '--permission',
      `--allow-fs-read=${join(home, '*')}`,
      `--allow-fs-read=${join(parserHome, '*')}`,
    ],
    stdio: ['ignore', 'ignore', 'ignore', fileDescriptor, 'ipc'],
  };
}

function converse(
  child: ChildProcess,
  job: BoxJob,
  listener: BoxListener,
  signal: AbortSignal | undefined,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const watch = watchChild({
    pid: child.pid ?? 0,
    idleMs: job.limits.idleMs,
    memoryBytes: job.limits.memoryBytes,
    exceeded: (what) => reject(new SheetRefused('limits', { what })),
  });
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  child.once('error', reject);
  child.once('exit', (_, endedBy) => reject(refusalOfEnd(endedBy)));
  child.on('message', (message) => {
    const said = understood(message, job.limits.columns);
    if (!said) return reject(new SheetRefused('broken', { reason: 'unreadable' }));
    hear(said, child, watch, listener).then((rows) => {
      if (rows !== undefined) resolve(rows);
    }, reject);
  });
  child.send(job, (error) => error && reject(error));
  return promise.finally(() => {
    watch.stop();
    signal?.removeEventListener('abort', abort);
  });
}

// A heap beyond its bound makes Node abort: no message, only an end by signal.
function refusalOfEnd(endedBy: NodeJS.Signals | null): SheetRefused {
  return endedBy
    ? new SheetRefused('limits', { what: 'memory' })
    : new SheetRefused('broken', { reason: 'unreadable' });
}

async function hear(
  said: FromBox,
  child: ChildProcess,
  watch: ChildWatch,
  listener: BoxListener,
): Promise<number | undefined> {
  switch (said.kind) {
    case 'head':
      watch.busy();
      listener.onHead(said.head);
      return undefined;
    case 'rows':
      // While we work on the rows the child waits for us, so its time stands still.
      watch.idle();
      await listener.onRows(said.rows);
      watch.busy();
      child.send({ kind: 'next' }, () => {});
      return undefined;
    case 'done':
      return said.rows;
    case 'refused':
      throw new SheetRefused(said.code, said.detail);
  }
}
