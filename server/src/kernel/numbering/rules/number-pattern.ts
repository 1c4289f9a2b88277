// Years of two digits repeat after a century; no organisation keeps numbers that long on one pattern.
const DATE_TOKEN = /^(?:yyyy|yy)(?:MM(?:dd)?)?$/;
const TOKEN = /\{([^{}]*)\}/g;
const COUNTER = /^n{3,9}$/;
const LITERAL = /^[\p{L}\p{N}._/-]*$/u;
const LONGEST_PATTERN = 40;

/** What is wrong with a pattern. */
export type PatternFault =
  | 'pattern_too_long'
  | 'pattern_brace_open'
  | 'pattern_token_unknown'
  | 'pattern_character_refused'
  | 'pattern_needs_one_counter';

/**
 * What is wrong with a pattern, in order; empty when it can be used. A pattern has plain letters, digits and `. _ / -`,
 * dates as `{yyyyMMdd}`, `{yyyyMM}`, `{yyyy}` (or `yy` for the year), and one counter `{nnn}` of 3 to 9 digits.
 */
export function patternFaults(pattern: string): PatternFault[] {
  const faults = new Set<PatternFault>();
  if (pattern.length > LONGEST_PATTERN) faults.add('pattern_too_long');
  let counters = 0;
  for (const [, token = ''] of pattern.matchAll(TOKEN)) {
    if (COUNTER.test(token)) counters += 1;
    else if (!DATE_TOKEN.test(token)) faults.add('pattern_token_unknown');
  }
  const literal = pattern.replace(TOKEN, '');
  if (/[{}]/.test(literal)) faults.add('pattern_brace_open');
  else if (!LITERAL.test(literal)) faults.add('pattern_character_refused');
  if (counters !== 1) faults.add('pattern_needs_one_counter');
  return [...faults];
}

function refuseFaulty(pattern: string): void {
  const [fault] = patternFaults(pattern);
  if (fault) throw new RangeError(`number pattern ${pattern}: ${fault}`);
}

function dateToken(token: string, date: string): string {
  return token
    .replace('yyyy', date.slice(0, 4))
    .replace('yy', date.slice(2, 4))
    .replace('MM', date.slice(5, 7))
    .replace('dd', date.slice(8, 10));
}

/**
 * The number an object gets: `XLSH{yyyyMMdd}{nnn}` on 2024-05-01 with 1 is XLSH20240501001. A counter beyond its digits
 * grows instead of repeating.
 * @param date yyyy-mm-dd in the organisation's zone.
 * @param n 1, 2, 3 … within the period of the pattern.
 * @throws RangeError when the pattern, date or counter cannot be used.
 */
export function formatNumber(pattern: string, date: string, n: number): string {
  refuseFaulty(pattern);
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new RangeError(`not a calendar date: ${date}`);
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`not a counter: ${n}`);
  return pattern.replace(TOKEN, (_, token: string) =>
    COUNTER.test(token) ? String(n).padStart(token.length, '0') : dateToken(token, date),
  );
}

/**
 * The period in which the counter of a pattern runs: the dates it names (`20240501`, `202405`, `2024`), empty when it
 * never begins again. Numbers are unique when one counter is kept per organisation, kind of object and period.
 * @throws RangeError when the pattern cannot be used.
 */
export function numberPeriod(pattern: string, date: string): string {
  refuseFaulty(pattern);
  const finest = Array.from(pattern.matchAll(TOKEN), ([, token = '']) => token)
    .filter((token) => DATE_TOKEN.test(token))
    .toSorted(
      (a, b) =>
        Number(b.includes('dd')) - Number(a.includes('dd')) || Number(b.includes('MM')) - Number(a.includes('MM')),
    )[0];
  return finest === undefined ? '' : dateToken(finest.replace(/^yy(?!yy)/, 'yyyy'), date);
}

/**
 * The first day of the period in which the counter of a pattern runs on a day, under which the counter is kept. A
 * pattern that counts for ever counts from the first day there is.
 * @throws RangeError when the pattern cannot be used.
 */
export function periodStart(pattern: string, date: string): string {
  const period = numberPeriod(pattern, date);
  const [year, month, day] = [period.slice(0, 4), period.slice(4, 6), period.slice(6, 8)];
  return `${year || '0001'}-${month || '01'}-${day || '01'}`;
}
