import { readFile, writeFile } from 'node:fs/promises';
import { assemble } from '../house/registry.ts';
import type { Module } from '../house/module.ts';
import { openApiOf } from './openapi.ts';

/** Writes the API description, or with `check` only compares; returns the exit code. */
export async function writeOpenApi(modules: readonly Module[], path: string, check: boolean): Promise<number> {
  const text = `${JSON.stringify(openApiOf(assemble(modules)), null, 1)}\n`;
  if (!check) {
    await writeFile(path, text);
    return 0;
  }
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return 0;
  process.stderr.write('docs/openapi.json is older than the protocol. Run: node server/src/main.ts openapi\n');
  return 1;
}
