import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { become } from './become.mjs';
import { ensureInstalled, ROOT, refuse } from './installed.mjs';

/** Runs `<folder>/<name>.ts` with the rest of the command line; an unknown name is answered with the names there are. */
export async function runNamed(folder) {
  const names = namesIn(join(ROOT, folder));
  const [name, ...rest] = process.argv.slice(2);
  if (!names.includes(name)) {
    refuse(
      `${name === undefined ? 'Say which one.' : `There is no ${folder}/${name}.ts.`} Known: ${names.join(', ') || 'none yet'}`,
    );
  }
  await ensureInstalled();
  become([`${folder}/${name}.ts`, ...rest]);
}

/** The programs directly in a folder: kebab-case TypeScript files that are not tests. */
export function namesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}
