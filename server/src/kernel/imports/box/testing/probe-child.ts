import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { fileDescriptor } from '../box-talk.ts';

// Started the way the box is, it tries what a hostile file would try and tells its parent how each attempt ended.

function attempt(deed: () => unknown): string {
  try {
    deed();
    return 'done';
  } catch (error) {
    return String((error as NodeJS.ErrnoException).code);
  }
}

const bytes = Buffer.alloc(100);
const length = readSync(fileDescriptor, bytes, 0, bytes.length, 0);

process.send?.({
  environment: Object.keys(process.env),
  ownFile: bytes.toString('utf8', 0, length),
  otherFile: attempt(() => readFileSync(process.execPath)),
  folder: attempt(() => readdirSync(tmpdir())),
  writing: attempt(() => writeFileSync(join(import.meta.dirname, 'x'), 'x')),
  starting: attempt(() => spawnSync(process.execPath, ['--version'])),
  thread: attempt(() => new Worker('', { eval: true })),
});
