import { lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { linkLibraries } from './native-binaries.ts';

test('library links that npm was not allowed to make are made, also in place of broken ones', () => {
  const native = join(mkdtempSync(join(tmpdir(), 'dealtrail-native-')), 'native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  writeFileSync(join(native, 'lib', 'libpq.so.5.18'), '');
  symlinkSync('gone', join(native, 'lib', 'libpq.so.5'));
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify(
      ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` })),
    ),
  );

  linkLibraries(native);
  linkLibraries(native);

  for (const name of ['libpq.so', 'libpq.so.5']) {
    expect(lstatSync(join(native, 'lib', name)).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(native, 'lib', name))).toBe('libpq.so.5.18');
  }
  rmSync(join(native, '..'), { recursive: true });
});
