import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const root: string = fileURLToPath(new URL('../../', import.meta.url));

/** A port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** The product as an operator runs it: one process with its embedded database, started again when it dies. */
export class ProductProcess {
  readonly directory: string;
  readonly port: number;
  readonly #env: Readonly<Record<string, string>>;
  #child: ChildProcess | undefined;
  #stopping = false;
  #printed = '';
  starts = 0;

  constructor(directory: string, port: number, env: Readonly<Record<string, string>> = {}) {
    this.directory = directory;
    this.port = port;
    this.#env = env;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Number of the process; 0 when none runs. */
  get pid(): number {
    return this.#child?.pid ?? 0;
  }

  /** What the process has printed for the operator. */
  get printed(): string {
    return this.#printed;
  }

  start(): void {
    this.starts += 1;
    const child = spawn(process.execPath, [join(root, 'server/src/main.ts'), 'all'], {
      cwd: root,
      env: {
        ...process.env,
        DEALTRAIL_DATA: this.directory,
        PORT: String(this.port),
        NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/node-compile'),
        ...this.#env,
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    child.stdout.on('data', (text) => {
      this.#printed += String(text);
    });
    child.on('exit', () => {
      if (!this.#stopping && this.#child === child) this.start();
    });
  }

  /** Waits until the product says it can serve; throws after `limitMs`. Returns how long it took. */
  async ready(limitMs = 60_000): Promise<number> {
    const began = performance.now();
    while (performance.now() - began < limitMs) {
      const answer = await fetch(`${this.address}/api/v1/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(
        () => undefined,
      );
      if (answer?.status === 200) return performance.now() - began;
      await pause(50);
    }
    throw new Error(`not ready after ${limitMs} ms`);
  }

  killServer(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Kills the postmaster; its back-ends notice and end with it. */
  killDatabase(): void {
    const pid = Number(this.#postmasterPid());
    if (pid > 1) process.kill(pid, 'SIGKILL');
  }

  #postmasterPid(): string {
    try {
      return readFileSync(join(this.directory, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
    } catch {
      return '';
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}
