// npm test: everything that must hold, cheapest first; `--only lint,types` runs some. The last line counts.
import { parseArgs } from 'node:util';
import { become } from './ground/become.mjs';
import { ensureInstalled, refuse } from './ground/installed.mjs';

await ensureInstalled();
if (Number.parseInt(process.versions.node, 10) < 24) become(['tools/test.mjs', ...process.argv.slice(2)]);
else await runSteps();

async function runSteps() {
  const { STEPS } = await import('./checks/steps.mjs');
  const { runStep } = await import('./checks/run-step.mjs');
  const { values } = parseArgs({ options: { only: { type: 'string' } } });
  const only = values.only?.split(',') ?? STEPS.map(({ name }) => name);
  const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    refuse(`There is no step ${unknown.join(', ')}. Known: ${STEPS.map(({ name }) => name).join(', ')}`);
  }
  let passed = 0;
  let failed = 0;
  for (const step of STEPS.filter(({ name }) => only.includes(name))) {
    const result = await runStep(step);
    passed += result.passed;
    failed += result.failed;
    if (failed > 0) break;
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}
