/**
 * Writes an instant for a reader in a zone, with the day of the week because people plan by it:
 * 2026年2月24日周二 17:00, or Tue 24 Feb 2026, 17:00. Throws RangeError for an instant or zone that is none.
 */
export function momentText(instant: string, zone: string, locale: 'zh' | 'en'): string {
  const date = new Date(instant);
  const time = part(date, zone, 'en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  if (locale === 'zh') {
    const day = part(date, zone, 'zh-CN', { year: 'numeric', month: 'long', day: 'numeric' });
    return `${day}${part(date, zone, 'zh-CN', { weekday: 'short' })} ${time}`;
  }
  const day = part(date, zone, 'en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
  return `${part(date, zone, 'en-GB', { weekday: 'short' })} ${day}, ${time}`;
}

function part(date: Date, timeZone: string, language: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { timeZone, ...options }).format(date);
}
