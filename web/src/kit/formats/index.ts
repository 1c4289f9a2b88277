export { addedUp } from './added-up.ts';
export { dayAfter } from './day-after.ts';
export { formatDuration } from './durations.ts';
export { formatCount, formatPercent } from './figures.ts';
export { joined } from './joined.ts';
export type { Language } from './language.ts';
export { formatMoney, minorDigits, toMajor, toMinor } from './money.ts';
export { Day, Moment } from './moment-text.tsx';
export {
  dayOf,
  daysBetween,
  formatDay,
  formatLongDay,
  formatMoment,
  formatTime,
} from './moments.ts';
export { MoneySums } from './money-sums.tsx';
export { Money } from './money-text.tsx';
