import type { Language } from './language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

function halfHours(ms: number): string {
  const hours = ms / HOUR;
  return hours < 10 ? String(Math.round(hours * 2) / 2) : String(Math.floor(hours));
}

/** A length of time in the two largest words that matter: 52 分钟, 1.5 小时, 1 天 17 小时. */
export function formatDuration(ms: number, language: Language): string {
  const zh = language === 'zh-CN';
  const length = Math.max(0, ms);
  if (length < HOUR) return `${Math.max(1, Math.floor(length / MINUTE))} ${zh ? '分钟' : 'min'}`;
  if (length < 24 * HOUR) return `${halfHours(length)} ${zh ? '小时' : 'h'}`;
  const days = Math.floor(length / (24 * HOUR));
  const hours = Math.floor((length % (24 * HOUR)) / HOUR);
  const rest = hours && days < 10 ? ` ${hours} ${zh ? '小时' : 'h'}` : '';
  return `${days} ${zh ? '天' : 'd'}${rest}`;
}
