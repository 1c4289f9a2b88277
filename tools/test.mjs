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
  const names = STEPS.map(({ name }) => name);
  const only = values.only?.split(',') ?? names;
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) refuse(`There is no step ${unknown.join(', ')}. Known: ${names.join(', ')}`);

  const total = { passed: 0, failed: 0 };
  process.on('exit', (code) => {
    // An end on the way, such as a tool that cannot be installed, is a failure too.
    if (code !== 0 && total.failed === 0) total.failed = 1;
    console.log(`${total.passed} passed, ${total.failed} failed`);
  });
  const steps = STEPS.filter(({ name }) => only.includes(name));
  for (const { prepare } of steps) prepare?.();
  for (const step of steps) {
    const { passed, failed } = await runStep(step);
    total.passed += passed;
    total.failed += failed;
    if (failed > 0) break;
  }
  process.exitCode = total.failed > 0 ? 1 : 0;
}
