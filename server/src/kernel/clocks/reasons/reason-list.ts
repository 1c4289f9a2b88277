import { type ClockReason, type ReasonKind, shippedReasons } from '@dealtrail/protocol/clocks';
import { clocksEn, clocksZh } from '@dealtrail/protocol/clocks/messages';

/** A reason as an organisation keeps it; without a name it is a shipped one under the product's own words. */
export interface KeptReason {
  readonly key: string;
  readonly name: string | null;
  readonly active: boolean;
}

/** A reason as somebody wants it; without a key it is new. */
export interface WantedReason extends Omit<KeptReason, 'key'> {
  readonly key?: string | undefined;
}

/** What is wrong with a list of reasons, and where. */
export interface ReasonBreach {
  readonly path: string;
  readonly code: 'reason_unknown' | 'reason_twice' | 'reason_missing' | 'reason_needed' | 'name_needed' | 'name_taken';
}

/** Attempts give these by themselves (R21), so that people must be able to read and choose them. */
const given: Readonly<Record<ReasonKind, readonly string[]>> = { late: ['no_answer', 'wrong_number'], pause: [] };

const isShipped = (kind: ReasonKind, key: string) => (shippedReasons[kind] as readonly string[]).includes(key);

function viewOf(kind: ReasonKind, { key, name, active }: KeptReason): ClockReason {
  return { key, name, active, shipped: isShipped(kind, key), needed: given[kind].includes(key) };
}

/** The reasons of a kind as they hold: what the organisation kept, behind it what shipped later; all that ship at first. */
export function reasonsHere(kind: ReasonKind, kept: readonly KeptReason[]): ClockReason[] {
  const known = new Set(kept.map(({ key }) => key));
  const later = shippedReasons[kind].filter((key) => !known.has(key));
  return [...kept, ...later.map((key) => ({ key, name: null, active: true }))].map((reason) => viewOf(kind, reason));
}

/** What a reason is called in both languages; its own name is the same in both, the key stands where nobody knows it. */
export function wordsOf(
  kind: ReasonKind,
  { key, name }: Pick<ClockReason, 'key' | 'name'>,
): { zh: string; en: string } {
  if (name !== null) return { zh: name, en: name };
  const word = `${kind}Reason.${key}`;
  const said = (sentences: Readonly<Record<string, string>>) => sentences[word] ?? key;
  return { zh: said(clocksZh), en: said(clocksEn) };
}

const folded = (name: string) => name.normalize('NFKC').trim().toLowerCase();

function namesOf(kind: ReasonKind, { key = '', name }: WantedReason): string[] {
  if (name === null && key === '') return [];
  const { zh, en } = wordsOf(kind, { key, name });
  return [...new Set([folded(zh), folded(en)])];
}

/** What is wrong with a reason that people may not choose any more, or that has no name. */
function faultOf(kind: ReasonKind, reason: WantedReason, known: ReadonlySet<string>): ReasonBreach['code'] | undefined {
  const { key, name, active } = reason;
  if (key !== undefined && !known.has(key)) return 'reason_unknown';
  if (name === null && (key === undefined || !isShipped(kind, key))) return 'name_needed';
  return key !== undefined && given[kind].includes(key) && !active ? 'reason_needed' : undefined;
}

/**
 * What forbids this list of reasons; empty when nothing does. Reasons that were there stay, so that what was given
 * keeps its name; two never share a name.
 */
export function judgeReasons(
  kind: ReasonKind,
  before: readonly Pick<ClockReason, 'key'>[],
  wanted: readonly WantedReason[],
): ReasonBreach[] {
  const known = new Set(before.map(({ key }) => key));
  const breaches: ReasonBreach[] = [];
  const keys = new Set<string>();
  const names = new Set<string>();
  for (const [at, reason] of wanted.entries()) {
    const fault = faultOf(kind, reason, known);
    if (fault) breaches.push({ path: `reasons.${at}`, code: fault });
    if (reason.key !== undefined && keys.has(reason.key))
      breaches.push({ path: `reasons.${at}`, code: 'reason_twice' });
    else if (namesOf(kind, reason).some((name) => names.has(name)))
      breaches.push({ path: `reasons.${at}`, code: 'name_taken' });
    if (reason.key !== undefined) keys.add(reason.key);
    for (const name of namesOf(kind, reason)) names.add(name);
  }
  if ([...known].some((key) => !keys.has(key))) breaches.push({ path: 'reasons', code: 'reason_missing' });
  if (!wanted.some(({ active }) => active)) breaches.push({ path: 'reasons', code: 'reason_needed' });
  return breaches;
}
