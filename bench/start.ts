import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort, root } from '../e2e/product/product-process.ts';
import { residentMiB } from './memory.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });

/** One `npm start` on a data directory: milliseconds from the command to the first answered request, and its memory then. */
async function startOnce(directory: string): Promise<{ ms: number; rssMiB: number }> {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'tools/start.mjs')], {
    cwd: root,
    env: { ...process.env, DEALTRAIL_DATA: directory, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    while (performance.now() - began < 120_000) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/setup`).catch(() => undefined);
      if (answer?.status === 200)
        return { ms: Math.round(performance.now() - began), rssMiB: await residentMiB(child.pid ?? 0) };
      await pause(5);
    }
    throw new Error('no answer within two minutes');
  } finally {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await gone;
  }
}

const directory = mkdtempSync(join(tmpdir(), 'dealtrail-bench-'));
const first = await startOnce(directory);
const later: { ms: number; rssMiB: number }[] = [];
for (let round = 0; round < Number(values.rounds); round += 1) later.push(await startOnce(directory));
rmSync(directory, { recursive: true, force: true });
const times = later.map(({ ms }) => ms).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    bench: 'start',
    firstMs: first.ms,
    laterMedianMs: times[Math.floor(times.length / 2)],
    laterWorstMs: times.at(-1),
    idleMiB: later.at(-1)?.rssMiB,
    aimMs: 1500,
  }),
);
