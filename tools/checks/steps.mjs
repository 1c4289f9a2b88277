import { join } from 'node:path';
import { ensureBrowser, findChromium } from '../ground/chromium.mjs';
import { ROOT } from '../ground/installed.mjs';
import { runCommand } from './run-command.mjs';
import { typeCheck } from './type-check.mjs';
import { vitestStep } from './vitest-step.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const script = (...args) => ({ commands: [[process.execPath, ...args]] });

/**
 * What has to hold, cheapest first. A step is either `commands`, of which each must end well, or `run`, which answers
 * how many checks passed and failed; `prepare` installs what the machine lacks before the first step begins.
 */
export const STEPS = [
  { name: 'format', title: 'format', commands: [[bin('biome'), 'format', '--reporter=summary']] },
  { name: 'lint', title: 'lint, with types', commands: [[bin('oxlint'), '--type-aware']] },
  { name: 'types', title: 'types', run: typeCheck },
  { name: 'architecture', title: 'architecture', ...script('tools/check-architecture.mjs') },
  { name: 'dead-code', title: 'dead code', commands: [[bin('knip'), '--no-progress']] },
  { name: 'openapi', title: 'OpenAPI is fresh', ...script('server/src/main.ts', 'openapi', '--check') },
  { name: 'tests', title: 'tests', run: () => vitestStep('tests', []) },
  { name: 'stories', title: 'browser stories', prepare: ensureBrowser, run: stories },
];

async function stories() {
  const build = await runCommand([process.execPath, 'tools/build-web.mjs']);
  if (!build.ok) return { passed: 0, failed: 1, said: build.said };
  return vitestStep('stories', ['--config', 'e2e/vitest.config.ts'], { CHROMIUM_PATH: findChromium() });
}
