import type { Level } from '@dealtrail/protocol/leads';

/** High before medium before low, when sorted downwards. */
export const rankOf: Record<Level, number> = { high: 3, medium: 2, low: 1 };

/** Labels of an intent a person set by hand, where no rule gives one. */
export const handLabel: Record<Level, string> = { high: '高意向', medium: '中意向', low: '低意向' };
