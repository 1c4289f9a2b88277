import type { Book, Rule } from '@dealtrail/protocol/rules';

/** What is written down and not saved: the rules in their order, and what the book holds beside them. */
export interface BookDraft {
  readonly rules: readonly Rule[];
  readonly settings: Book['settings'];
}

/** A text of what a rule says; empty where it says none of that name. */
export function textIn(says: Rule['says'], name: string): string {
  const told = says[name];
  return typeof told === 'string' ? told : '';
}

/** The draft a book starts with. */
export function draftOf({ items, settings }: Book): BookDraft {
  return { rules: items, settings };
}

/** Whether a draft says anything else than the book. */
export function differs(draft: BookDraft, book: Book): boolean {
  return JSON.stringify(draft) !== JSON.stringify(draftOf(book));
}

/** Whether a rule asks for nothing, so that none after it is ever asked. */
function fitsAll({ when, active }: Rule): boolean {
  return active && 'all' in when && when.all.length === 0;
}

/** Rules behind one that fits everything: never asked. Rules of other groups are asked beside them. */
export function unreachable(rules: readonly Rule[], groupOf: (rule: Rule) => string): ReadonlySet<string> {
  const closed = new Set<string>();
  const idle = new Set<string>();
  for (const rule of rules) {
    if (!rule.active) continue;
    if (closed.has(groupOf(rule))) idle.add(rule.id);
    if (fitsAll(rule)) closed.add(groupOf(rule));
  }
  return idle;
}

/** The rules with one put where another stands; out of the list nothing moves. */
export function putAt(rules: readonly Rule[], id: string, place: number): readonly Rule[] {
  const rule = rules.find((each) => each.id === id);
  if (!rule || place < 0 || place >= rules.length) return rules;
  const others = rules.filter((each) => each !== rule);
  return [...others.slice(0, place), rule, ...others.slice(place)];
}

/** The rules with a new one before the last that fits everything, where it would never be asked behind it. */
export function withNew(rules: readonly Rule[], rule: Rule): readonly Rule[] {
  const at = rules.findIndex(fitsAll);
  return at < 0 ? [...rules, rule] : [...rules.slice(0, at), rule, ...rules.slice(at)];
}
