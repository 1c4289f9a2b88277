export { dayAfter } from './day-after.ts';
export { formatDuration } from './durations.ts';
export { formatCount, formatPercent, formatRate } from './figures.ts';
export { joined } from './joined.ts';
export type { Language } from './language.ts';
export { type Amount, formatExactMoney, formatMoney, formatScaled, minorDigits, toMajor, toMinor } from './money.ts';
export { Day, Moment } from './moment-text.tsx';
export {
  dayOf,
  daysBetween,
  formatAgo,
  formatDay,
  formatExactMoment,
  formatLongDay,
  formatMoment,
  formatTime,
  weekdayOf,
} from './moments.ts';
export { Money } from './money-text.tsx';
