import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const BECOME = pathToFileURL(join(import.meta.dirname, 'become.mjs')).href;
const folder = mkdtempSync(join(tmpdir(), 'dealtrail-become-'));
const program = join(folder, 'program.mjs');
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(
  program,
  `process.on('SIGTERM', () => { console.log('drained'); process.exit(7); });
   setInterval(() => {}, 1000);
   console.log('running ' + process.argv[2]);`,
);

/** Starts the program as npm does: a shell between us and it. `prelude` runs before it takes the place of its starter. */
function start(prelude = ''): ChildProcess {
  const script = `${prelude}; const { become } = await import('${BECOME}'); become(['${program}', 'now']);`;
  const shell = `'${process.execPath}' --input-type=module -e "${script}"; true`;
  return spawn('sh', ['-c', shell], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Kills the shell as soon as the program runs, and hears all it says until its end. */
function wordsUntilTheEnd(shell: ChildProcess): Promise<string> {
  let said = '';
  shell.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk;
    if (said === 'running now\n') shell.kill('SIGTERM');
  });
  return new Promise((resolve) => shell.once('close', () => resolve(said)));
}

test.each([
  ['replaced in its place', ''],
  ['run as a child, where a process cannot be replaced', 'delete process.execve'],
])('a program %s drains when the shell that npm kills is gone', async (_, prelude) => {
  expect(await wordsUntilTheEnd(start(prelude))).toBe('running now\ndrained\n');
});
