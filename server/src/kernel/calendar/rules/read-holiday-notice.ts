import { addDays } from '../local-time.ts';
import type { DayKind } from '../chinese-holidays.ts';

/** A day a text speaks of: worked or free, and what it is called. */
export interface ReadDay {
  readonly day: string;
  readonly kind: DayKind;
  readonly name: string;
}

/** What was read of a text, and the lines nothing was read of. */
export interface ReadNotice {
  readonly days: readonly ReadDay[];
  readonly unread: readonly string[];
}

/** The longest holiday there was has nine days; a longer stretch is a misread text. */
const LONGEST_STRETCH = 31;

const REMARK = /（[^（）]*）|\([^()]*\)/g;
const HEADING = /^(?:[一二三四五六七八九十]+[、.．]|\d+[、.．)]\s*)?\s*([^：:\d]{1,20})[：:]/;
// 2月5日, 2/5, 2027-02-05, 2027年2月5日, or only 8日 after a month was named.
const DATE =
  /(?:(?<year>\d{4})\s*[年\-/.])?\s*(?:(?<month>\d{1,2})\s*[月\-/.])?\s*(?<day>\d{1,2})(?:\s*日|(?!\d|\s*[月天年\-/.]))/y;
const TO = /^\s*(?:至|到|—+|–|~|～|-{1,2}|to)\s*/;
const REST = /放假|休息|调休|休|假|rest|off|holiday/i;
const WORK = /上班|补班|工作日|班|work/i;

interface Place {
  year: number;
  month: number | undefined;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** The date that stands at this place of the text, or undefined; `place` remembers the month last named. */
function dateAt(text: string, at: number, place: Place): { day: string; end: number } | undefined {
  DATE.lastIndex = at;
  const found = DATE.exec(text)?.groups;
  if (!found) return undefined;
  const month = found.month === undefined ? place.month : Number(found.month);
  const year = found.year === undefined ? place.year : Number(found.year);
  const number = Number(found.day);
  if (month === undefined || month < 1 || month > 12 || number < 1 || number > 31) return undefined;
  const day = `${year}-${pad(month)}-${pad(number)}`;
  // Date.parse turns 30 February into 2 March; only a day that reads back the same is real.
  if (new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day) return undefined;
  place.month = month;
  if (found.year !== undefined) place.year = year;
  return { day, end: DATE.lastIndex };
}

/** The first date after this place; digits that are no date are passed over. */
function nextDate(text: string, from: number, place: Place): { day: string; start: number; end: number } | undefined {
  for (let at = from; at < text.length; at += 1) {
    if (!/\d/.test(text.charAt(at)) || /\d/.test(text.charAt(at - 1))) continue;
    const found = dateAt(text, at, place);
    if (found) return { ...found, start: at };
  }
  return undefined;
}

function stretch(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= LONGEST_STRETCH; day = addDays(day, 1)) days.push(day);
  return days.length <= LONGEST_STRETCH ? days : [];
}

/** The days a clause names, single ones and stretches. */
function daysOf(clause: string, place: Place): string[] {
  const days: string[] = [];
  for (let found = nextDate(clause, 0, place); found; found = nextDate(clause, found.end, place)) {
    const to = TO.exec(clause.slice(found.end));
    const last = to ? dateAt(clause, found.end + to[0].length, place) : undefined;
    days.push(...(last ? stretch(found.day, last.day) : [found.day]));
    if (last) found.end = last.end;
  }
  return days;
}

function kindOf(clause: string): DayKind | undefined {
  // 放假调休 is free; 上班 after it stands in a clause of its own.
  if (REST.test(clause) && !/上班|补班/.test(clause)) return 'rest';
  return WORK.test(clause) ? 'work' : undefined;
}

/** What a day of a plain list is called: the words of its line that are neither date nor kind. */
function nameIn(clause: string): string {
  return (
    clause
      .replace(/\d[\d年月日\-/.至到—–~～\s]*/g, ' ')
      .replace(/放假|调休|休息|上班|补班|工作日|休|班|假|共|天|\b(?:rest|off|holiday|workday|work|to)\b/gi, ' ')
      .replace(/[，,;；。\t:：|]+/g, ' ')
      .trim()
      .split(/\s+/)[0] ?? ''
  ).slice(0, 20);
}

/**
 * Reads free and worked days out of a text: the State Council's yearly notice as published, or a plain list such as
 * `2027-02-05 至 2027-02-11 休 春节`. Dates without a year are of `year`; later lines win over earlier ones.
 */
export function readNotice(text: string, year: number): ReadNotice {
  const found = new Map<string, ReadDay>();
  const unread: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const plain = line.replace(REMARK, '').trim();
    if (!/\d/.test(plain)) continue;
    const title = HEADING.exec(plain)?.[1]?.trim();
    const place: Place = { year, month: undefined };
    let read = 0;
    for (const clause of (title === undefined ? plain : plain.slice(plain.search(/[：:]/) + 1)).split(/[。；;]/)) {
      const kind = kindOf(clause);
      if (!kind) continue;
      for (const day of daysOf(clause, place)) {
        read += 1;
        found.set(day, { day, kind, name: title ?? nameIn(clause) });
      }
    }
    if (read === 0) unread.push(line.trim().slice(0, 200));
  }
  return { days: [...found.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)), unread };
}
