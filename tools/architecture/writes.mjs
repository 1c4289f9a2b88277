import { calls, literals } from './syntax.mjs';

const WRITE_CALL =
  /(^|\.)tx\.(insert|update|remove|write)$|\.(insertInto|updateTable|deleteFrom|replaceInto|mergeInto)$/;
const WRITE_SQL = /\b(insert\s+into|delete\s+from|update\s+[\w."]+\s+(as\s+\w+\s+)?set)\b/i;

/** Chapters write in store/ alone: there the audit and the second lock are kept. */
export function writeViolations(files) {
  return files
    .filter((file) => file.path.startsWith('server/src/') && file.isScript && !file.isTest)
    .filter(({ path }) => !path.startsWith('server/src/kernel/') && !path.includes('/store/'))
    .flatMap((file) => [
      ...calls(file)
        .filter(({ callee }) => WRITE_CALL.test(callee))
        .map(({ callee, line }) => violation(file, line, callee)),
      ...literals(file)
        .filter(({ text }) => WRITE_SQL.test(text))
        .map(({ text, line }) => violation(file, line, WRITE_SQL.exec(text)[0])),
    ]);
}

function violation({ path }, line, what) {
  return { rule: 'write-outside-store', path: `${path}:${line}`, message: `${what} belongs in a store` };
}
