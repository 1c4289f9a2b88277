import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment } from './become.mjs';
import { NODE, ROOT, refuse } from './installed.mjs';

const INPUTS = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'protocol/src', 'package-lock.json'];

/** Builds the web application unless web/dist was built from exactly these sources. */
export function ensureWebBuilt() {
  const stamp = join(ROOT, 'web', 'dist', '.stamp');
  const sources = fingerprint(ROOT, INPUTS);
  if (read(stamp) === sources) return;
  process.stderr.write('Building the web application.\n');
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', '--logLevel', 'warn'];
  const { status } = spawnSync(NODE, args, { cwd: join(ROOT, 'web'), stdio: ['ignore', 2, 2], env: environment() });
  if (status !== 0) refuse('The web application could not be built; the reason is above.');
  writeFileSync(stamp, sources);
}

/** A digest of the path, size and change time of every file below the inputs: equal means built from the same. */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  const add = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (stat === undefined) return;
    if (stat.isDirectory()) for (const name of readdirSync(join(root, path)).sort()) add(`${path}/${name}`);
    else hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`);
  };
  for (const input of inputs) add(input);
  return hash.digest('hex');
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
