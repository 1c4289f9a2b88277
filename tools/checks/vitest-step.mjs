import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../ground/installed.mjs';
import { runCommand } from './run-command.mjs';

const REPORTS = join(ROOT, 'node_modules', '.cache', 'reports');

/** Runs tests with vitest, showing them as they go, and counts them from its own report. */
export async function vitestStep(name, args, env = {}) {
  const report = join(REPORTS, `${name}.json`);
  mkdirSync(REPORTS, { recursive: true });
  rmSync(report, { force: true });
  const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await runCommand([process.execPath, vitest, 'run', ...args, ...reporters], { show: true, env });
  return judgeReport(readReport(report), ok);
}

/**
 * How many tests passed and failed. A test that did not run counts as failed, and so does a run that ended badly
 * without naming a failed test: a broken set-up, an unhandled error, no tests at all.
 */
export function judgeReport(report, ok) {
  const passed = report?.numPassedTests ?? 0;
  const notRun = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  const failed = (report?.numFailedTests ?? 0) + notRun;
  if (failed > 0) return { passed, failed, said: notRun > 0 ? `${notRun} tests did not run` : '' };
  if (!ok || passed === 0) return { passed, failed: 1, said: 'vitest ended badly without a failed test; see above' };
  return { passed, failed: 0 };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
