import { readFile } from 'node:fs/promises';

/** Eyes on a child process: `busy` restarts the time limit, `idle` suspends it while the child waits for us. */
export type ChildWatch = { busy(): void; idle(): void; stop(): void };

const lookEveryMs = 100;

/**
 * Calls `exceeded` once when the child makes no progress for `idleMs` or its resident memory passes `memoryBytes`.
 * Memory is read from /proc; elsewhere the heap bound of the child and its own check stand alone.
 */
export function watchChild(options: {
  pid: number;
  idleMs: number;
  memoryBytes: number;
  exceeded: (what: 'time' | 'memory') => void;
}): ChildWatch {
  let progress: NodeJS.Timeout | undefined;
  const looking = setInterval(() => void look(), lookEveryMs);
  const watch: ChildWatch = {
    busy() {
      clearTimeout(progress);
      progress = setTimeout(() => end('time'), options.idleMs);
    },
    idle: () => clearTimeout(progress),
    stop() {
      clearTimeout(progress);
      clearInterval(looking);
    },
  };

  function end(what: 'time' | 'memory'): void {
    watch.stop();
    options.exceeded(what);
  }

  async function look(): Promise<void> {
    if ((await residentBytes(options.pid)) > options.memoryBytes) end('memory');
  }

  watch.busy();
  return watch;
}

async function residentBytes(pid: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8');
    return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
