import type { NumberFormat } from './number-format.ts';

const msPerDay = 86_400_000;
/** Day 0 of the two calendars of Excel; day 60 of the first is a 29 February 1900 that never was. */
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
/** The largest number a cell can hold in Excel. */
const largest = 9.99999999999999e307;
/** 9999-12-31, the last day Excel can show, in either calendar. */
const lastDay = { from1900: 2_958_465, from1904: 2_957_003 };

/**
 * Writes the number of a cell the way a person typed or sees it: whole digits instead of an exponent, at most 15
 * digits like Excel, percent with its sign, dates as yyyy-mm-dd with hh:mm[:ss] where there is a time of day.
 */
export function numberText(raw: string, format: NumberFormat, counts1904: boolean): string {
  const value = Number(raw);
  if (!(Math.abs(value) <= largest) || raw.trim() === '') return raw;
  switch (format.kind) {
    case 'percent':
      return `${plainDecimal(Number((value * 100).toPrecision(15)))}%`;
    case 'padded':
      return Number.isInteger(value) && value >= 0
        ? plainDecimal(value).padStart(format.width, '0')
        : plainDecimal(value);
    case 'duration':
      return value >= 0 ? durationText(value) : plainDecimal(value);
    case 'time':
    case 'date':
      return value >= 0 && value <= (counts1904 ? lastDay.from1904 : lastDay.from1900)
        ? momentText(value, format.kind, counts1904)
        : plainDecimal(value);
    case 'number':
      return /^-?\d+$/.test(raw) ? raw : plainDecimal(Number(value.toPrecision(15)));
  }
}

function plainDecimal(value: number): string {
  const text = String(value);
  const [digits = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const point = whole.length + Number(exponent);
  const all = whole + fraction;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${all}`;
  return point >= all.length ? sign + all.padEnd(point, '0') : `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

function durationText(days: number): string {
  const seconds = Math.round(days * 86_400);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${two(Math.floor(seconds / 3600))}:${two(minutes)}${seconds % 60 ? `:${two(seconds % 60)}` : ''}`;
}

function momentText(serial: number, kind: 'date' | 'time', counts1904: boolean): string {
  // Rounded to the second first: 17:30 is stored as 0.729166666666667 of a day.
  const seconds = Math.round(serial * 86_400);
  const day = Math.floor(seconds / 86_400);
  const time = seconds % 86_400;
  if (kind === 'time' && day === 0) return durationText(time / 86_400);
  const shift = !counts1904 && day < 60 ? 1 : 0;
  const date = new Date((counts1904 ? epoch1904 : epoch1900) + (day + shift) * msPerDay).toISOString().slice(0, 10);
  return time === 0 ? date : `${date} ${durationText(time / 86_400)}`;
}

function two(part: number): string {
  return String(part).padStart(2, '0');
}
