import { dayAfter } from '../../../../kit/formats/index.ts';
import {
  dayIfReal,
  endOfMonth,
  inWeek,
  monthFrom,
  monthsAfter,
  nextDate,
  nextMonthDate,
  nextWeekday,
  workdaysAfter,
} from './calendar-days.ts';
import { countOf } from './chinese-number.ts';

/** A way to name a day, and the day yyyy-mm-dd it names; undefined where the calendar has none. */
export interface DayPhrase {
  readonly says: RegExp;
  readonly day: (today: string, parts: readonly string[]) => string | undefined;
}

const n = '(\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const weekday = '([一二三四五六日天1-7])';
const at = (text: string): RegExp => new RegExp(text, 'i');
const weekdayOf = (said: string): number => countOf(said) - 1;

const ahead = (today: string, days: number): string | undefined =>
  Number.isFinite(days) && days <= 730 ? dayAfter(today, days) : undefined;

const chinese: readonly DayPhrase[] = [
  { says: at('今天|今日|今晚|今儿'), day: (today) => today },
  { says: at('大后天'), day: (today) => dayAfter(today, 3) },
  { says: at('(?<!大)后天'), day: (today) => dayAfter(today, 2) },
  { says: at('明天|明日|明早|明晚|明儿'), day: (today) => dayAfter(today, 1) },
  {
    says: at(`(?:过|再过)?${n}个?工作日(?:之?后|以后|内|之内)?`),
    day: (today, [count = '']) => (countOf(count) <= 250 ? workdaysAfter(today, countOf(count)) : undefined),
  },
  {
    says: at(`${n}[天日](?:之?后|以后|内|之内)|(?:再?过)${n}[天日]`),
    day: (today, [one, other]) => ahead(today, countOf(one ?? other ?? '')),
  },
  {
    says: at(`${n}个?(?:周|星期|礼拜)(?:之?后|以后|内|之内)|(?:再?过)${n}个?(?:周|星期|礼拜)`),
    day: (today, [one, other]) => ahead(today, 7 * countOf(one ?? other ?? '')),
  },
  { says: at('半个?月(?:之?后|以后|内)'), day: (today) => dayAfter(today, 15) },
  {
    says: at(`${n}个月(?:之?后|以后|内)`),
    day: (today, [count = '']) => (countOf(count) <= 24 ? monthsAfter(today, countOf(count)) : undefined),
  },
  {
    says: at(`(下+)个?(?:周|星期|礼拜)(?:${weekday}|末)?`),
    day: (today, [far = '', name]) => inWeek(today, far.length, name === undefined ? 0 : weekdayOf(name)),
  },
  {
    says: at(`[本这]个?(?:周|星期|礼拜)${weekday}`),
    day: (today, [name = '']) => inWeek(today, 0, weekdayOf(name)),
  },
  { says: at('[本这]?周末'), day: (today) => nextWeekday(today, 5) },
  {
    says: at(`(?<![下本这])(?:周|星期|礼拜)${weekday}`),
    day: (today, [name = '']) => nextWeekday(today, weekdayOf(name)),
  },
  { says: at('下个?月底'), day: (today) => endOfMonth(today, 1) },
  { says: at('(?<!下|下个)(?:本|这个)?月底'), day: (today) => endOfMonth(today, 0) },
  {
    says: at(`下个?月(?:初|${n}[号日])`),
    day: (today, [date]) => {
      const { year, month } = monthFrom(today, 1);
      return dayIfReal(year, month, date === undefined ? 1 : countOf(date));
    },
  },
  { says: at('(?:今年)?年底'), day: (today) => `${today.slice(0, 4)}-12-31` },
  {
    says: at(`(\\d{4})年(\\d{1,2})月(\\d{1,2})[号日]?`),
    day: (_, [year = '', month = '', date = '']) => dayIfReal(Number(year), Number(month), Number(date)),
  },
  {
    says: at(`(?<!年)(\\d{1,2}|[一二三四五六七八九十]{1,2})月${n}[号日]?`),
    day: (today, [month = '', date = '']) => nextMonthDate(today, countOf(month), countOf(date)),
  },
  {
    says: at(`(?<![月\\d])${n}[号](?!楼|线|门|机|馆|厅)`),
    day: (today, [date = '']) => nextDate(today, countOf(date)),
  },
];

const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const weekdayWord = '(mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|rs|r)?\\b';
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const monthWord = '\\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const few: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  ten: 10,
};
const count = '(\\d{1,3}|an?|one|two|three|four|five|six|ten)';
const counted = (said: string | undefined): number => few[(said ?? '').toLowerCase()] ?? Number(said);
const named = (list: readonly string[], said: string | undefined): number => list.indexOf((said ?? '').toLowerCase());

function later(today: string, much: number, unit: string | undefined): string | undefined {
  if (/^month/i.test(unit ?? '')) return much <= 24 ? monthsAfter(today, much) : undefined;
  if (/^(?:working|business)/i.test(unit ?? '')) return much <= 250 ? workdaysAfter(today, much) : undefined;
  return ahead(today, /^week/i.test(unit ?? '') ? 7 * much : much);
}

const unit = '((?:working |business )?days?|weeks?|months?)';

const english: readonly DayPhrase[] = [
  { says: at('\\b(?:today|tonight)\\b'), day: (today) => today },
  { says: at('\\bday after tomorrow\\b'), day: (today) => dayAfter(today, 2) },
  { says: at('\\btomorrow\\b'), day: (today) => dayAfter(today, 1) },
  { says: at(`\\b(?:in|within) ${count} ${unit}\\b`), day: (today, [much, of]) => later(today, counted(much), of) },
  {
    says: at(`\\b${count} ${unit} (?:later|from now)\\b`),
    day: (today, [much, of]) => later(today, counted(much), of),
  },
  { says: at(`\\bnext ${weekdayWord}`), day: (today, [name]) => inWeek(today, 1, named(weekdayNames, name)) },
  { says: at(`\\bthis ${weekdayWord}`), day: (today, [name]) => inWeek(today, 0, named(weekdayNames, name)) },
  { says: at(`\\b(?:on )?${weekdayWord}`), day: (today, [name]) => nextWeekday(today, named(weekdayNames, name)) },
  { says: at('\\bnext week\\b'), day: (today) => inWeek(today, 1, 0) },
  { says: at('\\bend of (?:the |this )?week\\b'), day: (today) => inWeek(today, 0, 4) },
  { says: at('\\bend of (?:the |this )?month\\b'), day: (today) => endOfMonth(today, 0) },
  { says: at('\\bend of next month\\b'), day: (today) => endOfMonth(today, 1) },
  { says: at('(?<!end of )\\bnext month\\b'), day: (today) => monthsAfter(today, 1) },
  {
    says: at(`${monthWord} (\\d{1,2})(?:st|nd|rd|th)?\\b`),
    day: (today, [month, date]) => nextMonthDate(today, named(monthNames, month) + 1, Number(date)),
  },
  {
    says: at(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${monthWord}`),
    day: (today, [date, month]) => nextMonthDate(today, named(monthNames, month) + 1, Number(date)),
  },
];

const figures: readonly DayPhrase[] = [
  {
    says: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/,
    day: (_, [year = '', month = '', date = '']) => dayIfReal(Number(year), Number(month), Number(date)),
  },
  {
    says: /(?<![\d/.-])(\d{1,2})[-/](\d{1,2})(?![\d/.%-])/,
    day: (today, [month = '', date = '']) => nextMonthDate(today, Number(month), Number(date)),
  },
];

/** Every way to name a day, in Chinese, English and figures. */
export const dayPhrases: readonly DayPhrase[] = [...chinese, ...english, ...figures];
