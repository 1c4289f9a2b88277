import { calls, literals } from './syntax.mjs';

const TIME_ROOMS = /^server\/src\/kernel\/(time|auth)\//;
const SQL_TIME_ROOMS = /^server\/src\/kernel\/(auth|jobs)\//;
const SQL_NOW =
  /\bnow\s*\(\s*\)|\bcurrent_(date|time|timestamp)\b|\blocaltime(stamp)?\b|\b(clock|statement|transaction)_timestamp\b/i;
const ASKS_MACHINE = {
  'Date.now': 'time.now()',
  'new Date': 'time.now()',
  Date: 'time.now()',
  'Math.random': 'the injected randomness',
};

/** Only kernel/time asks the machine for now or for chance; a tenant's SQL gets the moment as a parameter. */
export function machineTimeViolations(files) {
  return files
    .filter(({ path, isTest }) => path.startsWith('server/src/') && !isTest)
    .flatMap((file) => [...clockViolations(file), ...sqlViolations(file)]);
}

function clockViolations(file) {
  if (!file.isScript || TIME_ROOMS.test(file.path)) return [];
  return calls(file)
    .filter(({ callee, isEmpty }) => Object.hasOwn(ASKS_MACHINE, callee) && (isEmpty || callee !== 'new Date'))
    .map(({ callee, line }) => ({
      rule: 'machine-time',
      path: `${file.path}:${line}`,
      message: `${callee} asks the machine; use ${ASKS_MACHINE[callee]}`,
    }));
}

function sqlViolations(file) {
  if (SQL_TIME_ROOMS.test(file.path)) return [];
  const statements = file.isScript ? literals(file) : sqlLines(file);
  return statements
    .filter(({ text }) => SQL_NOW.test(text))
    .map(({ text, line }) => ({
      rule: 'sql-time',
      path: `${file.path}:${line}`,
      message: `"${SQL_NOW.exec(text)[0]}" in SQL; pass the moment as a parameter`,
    }));
}

function sqlLines({ path, text }) {
  if (!path.endsWith('.sql')) return [];
  const blank = (comment) => comment.replace(/[^\n]/g, ' ');
  return text
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .split('\n')
    .map((line, index) => ({ text: line.replace(/--.*$/, ''), line: index + 1 }));
}
