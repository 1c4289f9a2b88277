import type { Language } from './language.ts';

const DAY = 86_400_000;

interface Wall {
  readonly day: string;
  readonly time: string;
}

const wallFormats = new Map<string, Intl.DateTimeFormat>();

function wallFormat(zone: string): Intl.DateTimeFormat {
  const known = wallFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  wallFormats.set(zone, made);
  return made;
}

function wall(at: number, zone: string): Wall {
  const part: Record<string, string> = {};
  for (const { type, value } of wallFormat(zone).formatToParts(at)) part[type] = value;
  return { day: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` };
}

/** The calendar day yyyy-mm-dd of an instant in a zone. */
export function dayOf(at: string | number, zone: string): string {
  return wall(+new Date(at), zone).day;
}

/** Whole days from one calendar day to another; negative when the second lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

const weekdays = {
  'zh-CN': ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
} as const;

const near = {
  'zh-CN': { '-1': '昨天', '0': '今天', '1': '明天' },
  en: { '-1': 'Yesterday', '0': 'Today', '1': 'Tomorrow' },
} as const;

/** Monday is 0. */
function weekdayIndex(day: string): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** 周三. */
function weekdayOf(day: string, language: Language): string {
  return weekdays[language][weekdayIndex(day)] ?? '';
}

function spelled(day: string, today: string, language: Language): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const otherYear = !today.startsWith(`${day.slice(0, 4)}-`);
  if (language === 'zh-CN') return `${otherYear ? `${year} 年 ` : ''}${month} 月 ${date} 日`;
  const text = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' });
  return `${text.format(Date.UTC(year, month - 1, date))}${otherYear ? `, ${year}` : ''}`;
}

/** A day as people say it: 昨天, 今天, 明天, a weekday inside this week, else 3 月 23 日. */
export function formatDay(day: string, today: string, language: Language): string {
  const away = daysBetween(today, day);
  if (away === -1 || away === 0 || away === 1) return near[language][`${away}`];
  const monday = -weekdayIndex(today);
  if (away >= monday && away < monday + 7) return weekdayOf(day, language);
  return spelled(day, today, language);
}

/** The full day with its weekday: 3 月 18 日 周三. */
export function formatLongDay(day: string, today: string, language: Language): string {
  return `${spelled(day, today, language)}${language === 'zh-CN' ? ' ' : ', '}${weekdayOf(day, language)}`;
}

/** A moment as people say it: 今天 14:00, 明天 09:30, 周五 16:00, 3 月 16 日 16:38. */
export function formatMoment(at: string | number, now: number, zone: string, language: Language): string {
  const { day, time } = wall(+new Date(at), zone);
  return `${formatDay(day, wall(now, zone).day, language)} ${time}`;
}

/** The time of day alone: 14:00. */
export function formatTime(at: string | number, zone: string): string {
  return wall(+new Date(at), zone).time;
}

/** How long ago: 刚刚, 18 分钟前, 3 小时前, 3 天前, then the day itself. */
export function formatAgo(at: string | number, now: number, zone: string, language: Language): string {
  const passed = now - +new Date(at);
  const zh = language === 'zh-CN';
  const minutes = Math.floor(passed / 60_000);
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) return zh ? `${minutes} 分钟前` : `${minutes} min ago`;
  const days = daysBetween(dayOf(at, zone), dayOf(now, zone));
  if (days === 0) return zh ? `${Math.floor(minutes / 60)} 小时前` : `${Math.floor(minutes / 60)} h ago`;
  if (days <= 30) return zh ? `${days} 天前` : `${days} d ago`;
  return formatDay(dayOf(at, zone), dayOf(now, zone), language);
}

/** The exact moment for a hover: 2026-03-18 14:00 周三. */
export function formatExactMoment(at: string | number, zone: string, language: Language): string {
  const { day, time } = wall(+new Date(at), zone);
  return `${day} ${time} ${weekdayOf(day, language)}`;
}
