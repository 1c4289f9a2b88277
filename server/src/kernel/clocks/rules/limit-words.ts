import { type ClockLimit, limitWord } from '@dealtrail/protocol/clocks';
import { clocksEn, clocksZh } from '@dealtrail/protocol/clocks/messages';

/** How long a limit is in both languages: 24 小时, 24 hours. */
export function limitWords(limit: ClockLimit): { limitZh: string; limitEn: string } {
  const key = limitWord(limit);
  const filled = (sentence: string) => sentence.replace('{amount}', String(limit.amount));
  return { limitZh: filled(clocksZh[key]), limitEn: filled(clocksEn[key]) };
}
