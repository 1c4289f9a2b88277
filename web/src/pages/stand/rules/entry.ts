import type { DuplicateHit } from '@dealtrail/protocol/customers';
import type { Level } from '@dealtrail/protocol/leads';

/** What visitors of a stand usually want, one tap each. */
export const wishes = ['purchase', 'price', 'sample', 'solution', 'agency', 'look'] as const;
export type Wish = (typeof wishes)[number];

/** One visitor while the form is filled in. */
export interface Typed {
  readonly companyName: string;
  readonly contactName: string;
  readonly phone: string;
  readonly wants: readonly Wish[];
  readonly need: string;
  readonly intent: Level | null;
  readonly assign: 'rules' | 'mine';
}

/** An empty form; who follows up stays as it was chosen for the last visitor. */
export const nobody = (assign: Typed['assign']): Typed => ({
  companyName: '',
  contactName: '',
  phone: '',
  wants: [],
  need: '',
  intent: null,
  assign,
});

/** One visitor as kept on this phone: waits for a signal, waits to be mended, or is with the server. */
export interface Entry {
  /** Also the Idempotency-Key of its sending, so that a lost answer makes no second lead. */
  readonly id: string;
  /** Of which stand and of which member. */
  readonly desk: string;
  readonly at: number;
  readonly state: 'typing' | 'waiting' | 'refused' | 'sent';
  readonly typed: Typed;
  readonly photo: File | null;
  /** Why it was not taken. */
  readonly why?: string;
  readonly leadId?: string;
  readonly joined?: boolean;
  readonly hits?: readonly DuplicateHit[];
}

/** How people call a visitor. */
export const nameOf = ({ companyName, contactName }: Typed): string => companyName.trim() || contactName.trim();

/** Whether something was typed that a lost page would lose. */
export const isTouched = (typed: Typed, photo: File | null): boolean =>
  photo !== null ||
  [typed.companyName, typed.contactName, typed.phone, typed.need].some((text) => text.trim() !== '') ||
  typed.wants.length > 0 ||
  typed.intent !== null;

const given = (text: string): string | null => text.trim() || null;

/** What is sent: source and campaign are those of the stand; a known visitor joins the lead there is. */
export function bodyOf(
  typed: Typed,
  stand: { readonly source: string; readonly campaign: string },
  wordOf: (wish: Wish) => string,
) {
  const need = [typed.wants.map(wordOf).join('、'), typed.need.trim()].filter((text) => text !== '').join('；');
  return {
    companyName: given(typed.companyName),
    contactName: given(typed.contactName),
    phone: given(typed.phone),
    need: given(need),
    ...stand,
    assign: typed.assign,
    onDuplicate: 'join' as const,
    ...(typed.intent === null ? {} : { intent: typed.intent }),
  };
}

/** An entry with the server keeps only what names it: no number and no photo stays on the phone. */
export function settled(entry: Entry, photoSent: boolean): Entry {
  const { companyName, contactName } = entry.typed;
  return { ...entry, photo: photoSent ? null : entry.photo, typed: { ...nobody('rules'), companyName, contactName } };
}

const DAY_MS = 86_400_000;

/** Entries that are shown, the newest first; of those with the server only today's. */
export function shownEntries(entries: readonly Entry[], now: number): Entry[] {
  return entries
    .filter(({ state, at, photo }) => state !== 'typing' && (state !== 'sent' || photo !== null || now - at < DAY_MS))
    .sort((one, other) => other.at - one.at);
}
