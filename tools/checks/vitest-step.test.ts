import { expect, test } from 'vitest';
import { judgeReport } from './vitest-step.mjs';

const report = (numPassedTests: number, numFailedTests = 0, numPendingTests = 0, numTodoTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
});

test.each([
  ['all passed', report(12), true, 12, 0],
  ['two failed', report(10, 2), false, 10, 2],
  ['a skipped test did not hold', report(10, 0, 1), true, 10, 1],
  ['a test left for later did not hold', report(10, 0, 0, 1), true, 10, 1],
  ['all passed but an error escaped', report(12), false, 12, 1],
  ['no test was found', report(0), true, 0, 1],
  ['vitest did not even report', undefined, false, 0, 1],
])('%s', (_, found, ok, passed, failed) => {
  expect(judgeReport(found, ok)).toMatchObject({ passed, failed });
});
