import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './product-process.ts';

/** The address of every screen the product has, with `$name` for parameters, as its routes are written down. */
export async function screenPaths(): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob('web/src/{modules,pages}/*/*routes.{ts,tsx}', { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    found.push(...[...text.matchAll(/\bpath: '([^']+)'/g)].map(([, path = '']) => path));
  }
  return [...new Set(found)];
}
