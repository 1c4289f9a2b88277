import type { Rule } from '@dealtrail/protocol/rules';
import type { RuleBook } from './rule-book.ts';
import type { BookContent } from './rules/judge-by-rules.ts';
import type { InForce } from './store/version-store.ts';

/** Versions kept read; what a reader of words made of a list of words hangs on them. */
const MOST_KEPT = 500;
const kept = new Map<string, BookContent<unknown>>();

/** The rules the product brings. */
export function shippedContent<Says, Settings>(book: RuleBook<Says, Settings>): BookContent<Says, Settings> {
  return { version: 0, ...book.shipped };
}

/** A version of a book with its rules read; it never changes, so it is read once. None: what the product brings. */
export function contentOf<Says, Settings>(
  book: RuleBook<Says, Settings>,
  row: InForce | undefined,
): BookContent<Says, Settings> {
  if (!row) return shippedContent(book);
  const known = kept.get(row.id);
  if (known) return known as BookContent<Says, Settings>;
  const read: BookContent<Says, Settings> = {
    version: row.version,
    rules: row.rules.map((rule: Rule) => ({ ...rule, says: book.outcome.parse(rule.says) })),
    settings: book.settings.parse(row.settings),
  };
  const [oldest] = kept.keys();
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  kept.set(row.id, read);
  return read;
}

/** The rules of a book that hold, among those read with `inForce`. */
export function contentIn<Says, Settings>(
  book: RuleBook<Says, Settings>,
  holding: readonly InForce[] | null,
): BookContent<Says, Settings> {
  return contentOf(
    book,
    holding?.find((row) => row.book === book.key),
  );
}
