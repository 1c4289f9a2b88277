import { dayAfter } from '../../../../kit/formats/index.ts';
import { countOf } from './chinese-number.ts';
import { dayPhrases } from './day-phrases.ts';
import { readTime } from './time-phrases.ts';

/** A moment people named in their words. */
export interface When {
  /** yyyy-mm-dd. */
  readonly day: string;
  /** HH:MM on the wall of the organisation; null where no hour was named. */
  readonly time: string | null;
  /** The words that named the day, as they stand in the text. */
  readonly said: string;
}

/** What the wall of the organisation shows now. */
export interface WallNow {
  /** yyyy-mm-dd. */
  readonly day: string;
  /** HH:MM. */
  readonly time: string;
}

const hoursAhead =
  /(\d{1,2}|[一二两三四五六七八九十]{1,3}|半)个?(?:半)?(?:小时|钟头)(?:之?后|以后|内)|\bin (\d{1,2}|an|half an) hours?\b/i;

function afterHours(text: string, now: WallNow): When | undefined {
  const [said, chinese, english] = hoursAhead.exec(text) ?? [];
  if (said === undefined) return undefined;
  const word = chinese ?? english ?? '';
  const half = /半|half/.test(word) ? 0.5 : 0;
  const hours = (half === 0 ? (word.toLowerCase() === 'an' ? 1 : countOf(word)) : half) + (/个半/.test(said) ? 0.5 : 0);
  const minutes = Number(now.time.slice(0, 2)) * 60 + Number(now.time.slice(3)) + Math.round(60 * hours);
  const two = (figure: number): string => String(figure).padStart(2, '0');
  const time = `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
  return { day: dayAfter(now.day, Math.floor(minutes / 1_440)), time, said };
}

/** The first day a text names; of two that begin together the longer one, so that 下周三 is not 周三. */
function firstDay(text: string, today: string): { readonly day: string; readonly said: string } | undefined {
  let best: { day: string; said: string; at: number } | undefined;
  for (const { says, day } of dayPhrases) {
    const found = says.exec(text);
    if (!found) continue;
    const named = day(today, found.slice(1));
    if (named === undefined || named < today) continue;
    const [said] = found;
    const sooner = best === undefined || found.index < best.at;
    if (sooner || (found.index === best?.at && said.length > best.said.length))
      best = { day: named, said, at: found.index };
  }
  return best;
}

/**
 * The moment of a next step in people's own words, Chinese or English: 明天, 下周三下午3点, 3天后 15:00, 月底, in two weeks,
 * next Friday 10am. An hour alone is the next time the clock shows it. Undefined when the text names none, or one that
 * has passed.
 */
export function readWhen(text: string, now: WallNow): When | undefined {
  const words = text.normalize('NFKC').slice(0, 500);
  const soon = afterHours(words, now);
  if (soon) return soon;
  const named = firstDay(words, now.day);
  const hour = readTime(words);
  if (named) return { ...named, time: hour?.time ?? null, said: named.said.trim() };
  if (!hour || /^[^\d点时]*$/.test(hour.said)) return undefined;
  return { day: hour.time > now.time ? now.day : dayAfter(now.day, 1), time: hour.time, said: hour.said };
}
