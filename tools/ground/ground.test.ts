import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { isInstalled } from './installed.mjs';
import { namesIn } from './run-named.mjs';
import { fingerprint } from './web-build.mjs';

const folder = mkdtempSync(join(tmpdir(), 'dealtrail-ground-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['everything is there', { zod: '4.6.7', oddity: '1.0.0' }, true],
  ['a package of another platform lacks', { zod: '4.6.7' }, true],
  ['a package is of an older version', { zod: '4.6.6', oddity: '1.0.0' }, false],
  ['a package lacks', { oddity: '1.0.0' }, false],
  ['nothing was installed yet', {}, false],
])('packages are installed again unless they match the lock: %s', (_, versions, installed) => {
  const locked = {
    '': { version: '0.1.0' },
    server: { version: '0.1.0' },
    'node_modules/@dealtrail/server': { resolved: 'server', link: true },
    'node_modules/zod': { version: '4.6.7' },
    'server/node_modules/oddity': { version: '1.0.0', optional: true },
  };
  const places: Record<string, string> = { zod: 'node_modules/zod', oddity: 'server/node_modules/oddity' };
  const found = Object.fromEntries(Object.entries(versions).map(([name, version]) => [places[name], { version }]));
  expect(isInstalled(locked, found)).toBe(installed);
});

beforeEach(() => {
  mkdirSync(join(folder, 'src', 'app'), { recursive: true });
  writeFileSync(join(folder, 'src', 'app', 'main.ts'), 'one');
  writeFileSync(join(folder, 'index.html'), 'page');
});

test('the web is built again when a source is changed, added, removed or touched, and only then', () => {
  const stamp = () => fingerprint(folder, ['src', 'index.html', 'missing']);
  const main = join(folder, 'src', 'app', 'main.ts');
  const seen = [stamp()];
  expect(stamp()).toBe(seen[0]);
  writeFileSync(main, 'other');
  seen.push(stamp());
  writeFileSync(join(folder, 'src', 'more.ts'), '');
  seen.push(stamp());
  rmSync(join(folder, 'src', 'more.ts'));
  utimesSync(main, 1, 1);
  seen.push(stamp());
  rmSync(main);
  seen.push(stamp());
  expect(new Set(seen).size).toBe(5);
});

test('measurements and drills are the programs of a folder, without their tests and parts', () => {
  const bench = join(folder, 'bench');
  mkdirSync(join(bench, 'parts'), { recursive: true });
  for (const name of ['start.ts', 'lists.ts', 'lists.test.ts', 'README.md', 'parts/load.ts']) {
    writeFileSync(join(bench, name), '');
  }
  expect(namesIn(bench)).toEqual(['lists', 'start']);
});
