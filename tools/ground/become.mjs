import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import './end-with-parent.mjs';
import { NODE, ROOT } from './installed.mjs';

/** Environment of every program of the product: compiled TypeScript is cached between runs. */
export function environment(extra = {}) {
  return { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'compiled'), ...extra };
}

/**
 * Replaces this process by Node 24 running the program and its arguments in the project's folder. Where the operating system or an
 * older Node cannot replace a process, a child takes its place: signals are passed on and its exit code is ours.
 */
export function become(program) {
  const args = ['--import', new URL('./end-with-parent.mjs', import.meta.url).href, ...program];
  process.chdir(ROOT);
  if (typeof process.execve === 'function') process.execve(NODE, [NODE, ...args], environment());
  const child = spawn(NODE, args, { stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the child as well; twice would mean "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`${NODE} does not run: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal === null ? code : 128 + constants.signals[signal]));
}
