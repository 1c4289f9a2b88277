import { countOf } from './chinese-number.ts';

const two = (figure: number): string => String(figure).padStart(2, '0');

/** The end of a part of the day that is named without an hour. */
const endOfPart: Readonly<Record<string, string>> = {
  早上: '09:00',
  明早: '09:00',
  上午: '12:00',
  中午: '13:00',
  下午: '18:00',
  晚上: '20:00',
  今晚: '20:00',
  明晚: '20:00',
  morning: '12:00',
  noon: '12:00',
  afternoon: '18:00',
  evening: '20:00',
  tonight: '20:00',
};

const parts = '(早上|早晨|明早|上午|中午|下午|晚上|今晚|明晚|傍晚)';
const chineseHour = new RegExp(
  `${parts}?\\s*(\\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?!候|间|段|内|后)(?:钟|整)?(半|一刻|三刻|(\\d{1,2}|[一二三四五六七八九十]{1,3})分?)?`,
);
const clock = new RegExp(`${parts}?\\s*(?<![\\d:])(\\d{1,2})[:：](\\d{2})(?![\\d:])\\s*(am|pm)?`, 'i');
const englishHour = /\b(?:at )?(\d{1,2})\s*(am|pm)\b/i;

function time(hour: number, minute: number, part: string | undefined): string | undefined {
  const late = /下午|晚上|今晚|明晚|傍晚|pm/i.test(part ?? '') && hour < 12;
  const noon = part === '中午' && hour < 6;
  const midnight = /^am$/i.test(part ?? '') && hour === 12;
  const full = midnight ? 0 : hour + (late || noon ? 12 : 0);
  return full <= 23 && minute <= 59 ? `${two(full)}:${two(minute)}` : undefined;
}

function minutesOf(said: string | undefined): number {
  if (said === undefined) return 0;
  return { 半: 30, 一刻: 15, 三刻: 45 }[said] ?? countOf(said.replace('分', ''));
}

/** An hour without 上午 or 下午 is one of the working day: 3点 is 15:00, 9点 is 09:00. */
const atWork = (hour: number, part: string | undefined): number =>
  part === undefined && hour >= 1 && hour <= 6 ? hour + 12 : hour;

/** The hour HH:MM a text names, 下午3点半 or 15:00 or 3 pm; of a part of the day its end. */
export function readTime(text: string): { readonly time: string; readonly said: string } | undefined {
  const said = clock.exec(text);
  if (said) {
    const found = time(Number(said[2]), Number(said[3]), said[4] ?? said[1]);
    if (found) return { time: found, said: said[0].trim() };
  }
  const spoken = chineseHour.exec(text);
  if (spoken) {
    const found = time(atWork(countOf(spoken[2] ?? ''), spoken[1]), minutesOf(spoken[3]), spoken[1]);
    if (found) return { time: found, said: spoken[0].trim() };
  }
  const english = englishHour.exec(text);
  if (english) {
    const found = time(Number(english[1]), 0, english[2]);
    if (found) return { time: found, said: english[0].trim() };
  }
  const part = /早上|明早|上午|中午|下午|晚上|今晚|明晚|\b(?:morning|noon|afternoon|evening|tonight)\b/i.exec(
    text,
  )?.[0];
  const end = part && endOfPart[part.toLowerCase()];
  return end ? { time: end, said: part } : undefined;
}
