import type { FollowUpMethod, FollowUpOutcome } from '@dealtrail/protocol/activities';
import { dayAfter, daysBetween } from '../../kit/formats/index.ts';

/** A follow-up while it is typed, field by field as the form holds it. */
export interface FollowUpTyped {
  /** Whether the customer was reached; if not, `miss` says why. */
  readonly reached: 'yes' | 'no';
  readonly miss?: Exclude<FollowUpOutcome, 'reached'>;
  readonly method: FollowUpMethod;
  readonly content?: string;
  readonly feedback?: string;
  readonly nextStep?: string;
  /** yyyy-mm-dd. */
  readonly nextStepOn?: string | null;
  /** HH:MM of that day; not given: its end. */
  readonly nextStepTime?: string | null;
  /** When it really happened, as an instant; not given: now. */
  readonly occurredAt?: string | null;
  /** State the record moves to; empty: stays. */
  readonly toState?: string;
  readonly stateReason?: string;
  readonly lateReason?: string;
}

/** A follow-up as every record's operation takes it; the two last only where the record has states. */
export interface FollowUpBody {
  readonly method: FollowUpMethod;
  readonly outcome: FollowUpOutcome;
  readonly content?: string;
  readonly feedback?: string;
  readonly nextStep?: string;
  readonly nextStepOn?: string;
  readonly nextStepTime?: string;
  readonly occurredAt?: string;
  readonly lateReason?: string;
  readonly attachmentIds?: readonly string[];
  readonly toState?: string;
  readonly stateReason?: string;
}

function told<K extends string>(key: K, text: string | null | undefined): { readonly [N in K]?: string } {
  const said = text?.trim();
  return said ? ({ [key]: said } as { readonly [N in K]?: string }) : {};
}

/** What is sent: an attempt carries no feedback and moves no state; nothing that was left empty is sent. */
export function followUpBody(typed: FollowUpTyped, files: readonly string[]): FollowUpBody {
  const reached = typed.reached === 'yes';
  return {
    method: typed.method,
    outcome: reached ? 'reached' : (typed.miss ?? 'no_answer'),
    ...told('content', typed.content),
    ...(reached ? told('feedback', typed.feedback) : {}),
    ...told('nextStep', typed.nextStep),
    ...told('nextStepOn', typed.nextStepOn),
    ...(typed.nextStepOn ? told('nextStepTime', typed.nextStepTime) : {}),
    ...told('occurredAt', typed.occurredAt),
    ...(typed.lateReason ? { lateReason: typed.lateReason } : {}),
    ...(files.length ? { attachmentIds: files } : {}),
    ...(reached ? told('toState', typed.toState) : {}),
    ...(reached && typed.toState ? told('stateReason', typed.stateReason) : {}),
  };
}

/** Whether an effective contact names what was said, what the customer answered and what comes next; quality is judged by the server. */
export function tellsAll(typed: FollowUpTyped): boolean {
  return [typed.content, typed.feedback, typed.nextStep, typed.nextStepOn].every((text) => Boolean(text?.trim()));
}

export type QuickDayName = 'tomorrow' | 'friday' | 'nextMonday' | 'nextFriday';

/** A day for the next step that one press chooses. */
export interface QuickDay {
  readonly name: QuickDayName;
  /** yyyy-mm-dd. */
  readonly day: string;
}

/** The three next days people name first, never on a weekend: 明天, 周五, 下周一, 下周五. */
export function quickDays(today: string): readonly QuickDay[] {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const monday = dayAfter(today, -weekday);
  const named: readonly QuickDay[] = [
    { name: 'tomorrow', day: dayAfter(today, 1) },
    { name: 'friday', day: dayAfter(monday, 4) },
    { name: 'nextMonday', day: dayAfter(monday, 7) },
    { name: 'nextFriday', day: dayAfter(monday, 11) },
  ];
  const taken = new Set<string>();
  return named
    .filter(({ day }) => {
      const inWeek = daysBetween(monday, day) % 7 < 5;
      const fresh = day > today && !taken.has(day);
      if (inWeek && fresh) taken.add(day);
      return inWeek && fresh;
    })
    .slice(0, 3);
}

/** Kept drafts older than this are not offered any more. */
const DRAFT_DAYS = 7;

/** The text under which a draft is kept on this machine. */
export function writeDraft(typed: FollowUpTyped, now: number): string {
  return JSON.stringify({ at: now, typed });
}

/** Reads a kept draft; what is too old or no draft reads as none. */
export function readDraft(text: string | null, now: number): FollowUpTyped | undefined {
  try {
    const found = JSON.parse(text ?? 'null') as { at?: unknown; typed?: unknown } | null;
    if (!found || typeof found.at !== 'number' || now - found.at > DRAFT_DAYS * 86_400_000) return undefined;
    const typed = found.typed as Partial<FollowUpTyped> | null;
    return typed && typeof typed.method === 'string' && (typed.reached === 'yes' || typed.reached === 'no')
      ? (typed as FollowUpTyped)
      : undefined;
  } catch {
    return undefined;
  }
}
