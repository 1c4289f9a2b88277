import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../e2e/product/product-process.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const first = Number(values.seed ?? Date.now() % 1_000_000_000);

/** Test files that state properties, from the root. */
const files = globSync('{protocol,server,web}/src/**/*.test.{ts,tsx}', { cwd: root }).filter((file) =>
  readFileSync(join(root, file), 'utf8').includes("from 'fast-check'"),
);

/** Runs every property with a seed; true when all hold. What fails is told on standard error with its counter-example. */
async function holds(seed: number): Promise<boolean> {
  const vitest = spawn(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=dot', '--testTimeout=600000', ...files],
    {
      cwd: root,
      env: { ...process.env, PROPERTY_SEED: String(seed), PROPERTY_RUNS: values.runs, NO_COLOR: '1' },
      stdio: ['ignore', 2, 2],
    },
  );
  return new Promise((resolve) => vitest.once('exit', (code) => resolve(code === 0)));
}

const failedSeeds: number[] = [];
for (let seed = first; seed < first + rounds; seed += 1) if (!(await holds(seed))) failedSeeds.push(seed);
console.log(
  JSON.stringify({
    drill: 'properties',
    files: files.length,
    seeds: [first, first + rounds - 1],
    runs: Number(values.runs),
    failedSeeds,
  }),
);
process.exitCode = failedSeeds.length > 0 ? 1 : 0;
