import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { environment } from '../ground/become.mjs';
import { ROOT } from '../ground/installed.mjs';

/** Runs a program in the project's folder under Node 24; answers its exit code and, unless shown at once, its words. */
export function runCommand([file, ...args], { show = false, env = {} } = {}) {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(file, args, {
    cwd: ROOT,
    env: environment({ PATH: path, ...env }),
    stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ ok: false, said: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, said }));
  });
}
