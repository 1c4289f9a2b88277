import { formatDuration } from '../formats/durations.ts';
import type { Language } from '../formats/language.ts';
import { dayOf, formatDay, formatExactMoment, formatMoment, formatTime } from '../formats/moments.ts';
import type { IconName } from '../icon/index.ts';
import type { KitWords } from '../words/index.ts';

/** What the server tells of a time limit; instants are RFC 3339. */
export interface Clock {
  readonly state: 'running' | 'warned' | 'overdue' | 'paused' | 'met' | 'breached' | 'cancelled';
  readonly dueAt: string;
  /** From here on it is soon; without it the last two hours are. */
  readonly warnAt?: string | null;
  readonly pausedUntil?: string | null;
  readonly stoppedAt?: string | null;
}

/** Meaning of a clock at this moment; each has its own colour and icon. */
export type ClockTone = 'late' | 'soon' | 'fine' | 'paused' | 'met';

/** How a clock reads at one moment. */
export interface ClockFace {
  readonly tone: ClockTone;
  readonly icon: IconName;
  /** Words, drawn with a dot between them. */
  readonly parts: readonly string[];
  /** Due today: drawn with a box, later ones bare. */
  readonly today: boolean;
  readonly exact: string;
}

const SOON_MS = 2 * 3_600_000;

/** The tone of a clock now: a running one turns soon and late by itself, without asking the server. */
export function clockTone(clock: Clock, now: number): ClockTone {
  if (clock.state === 'paused') return 'paused';
  if (clock.state === 'met' || clock.state === 'breached' || clock.state === 'cancelled') return 'met';
  const due = Date.parse(clock.dueAt);
  if (clock.state === 'overdue' || now > due) return 'late';
  const soonFrom = clock.warnAt ? Date.parse(clock.warnAt) : due - SOON_MS;
  return clock.state === 'warned' || now >= soonFrom ? 'soon' : 'fine';
}

interface Surroundings {
  readonly now: number;
  readonly zone: string;
  readonly language: Language;
  readonly words: KitWords;
}

function stopped(clock: Clock, words: KitWords): string {
  if (clock.state === 'cancelled') return words.clock.cancelled;
  return clock.state === 'breached' ? words.clock.breached : words.clock.met;
}

/** Icon and words of a clock now: 超 52 分钟 · 10:30, 18 分钟 · 明天 09:30 · 暂停到 4 月 1 日. */
export function clockFace(clock: Clock, { now, zone, language, words }: Surroundings): ClockFace {
  const tone = clockTone(clock, now);
  const due = Date.parse(clock.dueAt);
  const today = dayOf(now, zone);
  const dueToday = dayOf(due, zone) === today;
  const exact = formatExactMoment(due, zone, language);
  const face = (icon: IconName, parts: string[], boxed: boolean): ClockFace => ({
    tone,
    icon,
    parts,
    today: boxed,
    exact,
  });
  switch (tone) {
    case 'late':
      return face('late', [words.clock.late(formatDuration(now - due, language))], true);
    case 'soon': {
      const when = dueToday ? formatTime(due, zone) : formatMoment(due, now, zone, language);
      return face('clock', dueToday ? [when, formatDuration(due - now, language)] : [when], true);
    }
    case 'paused': {
      const until = clock.pausedUntil;
      const sentence = until
        ? words.clock.pausedUntil(formatDay(dayOf(until, zone), today, language))
        : words.clock.paused;
      return face('pause', [sentence], true);
    }
    case 'met':
      return face('check', [stopped(clock, words)], false);
    default:
      return face('clock', [dueToday ? formatTime(due, zone) : formatMoment(due, now, zone, language)], dueToday);
  }
}

/** Where start, due and escalation lie on the explaining line, and how far time has come; each 0 to 1. */
export function clockTrack(
  clock: Clock & { readonly startedAt: string; readonly escalateAt?: string | null },
  now: number,
): { readonly due: number; readonly here: number } {
  const start = Date.parse(clock.startedAt);
  const due = Date.parse(clock.dueAt);
  const end = Math.max(clock.escalateAt ? Date.parse(clock.escalateAt) : due, due);
  const span = Math.max(1, end - start);
  const upTo = clock.stoppedAt ? Date.parse(clock.stoppedAt) : now;
  return { due: (due - start) / span, here: Math.min(1, Math.max(0, (upTo - start) / span)) };
}
