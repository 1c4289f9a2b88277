import type { Book, BookLine, Rule, RuleField } from '@dealtrail/protocol/rules';
import { type Actor, may } from '../access/index.ts';
import { questionsOf } from '../filters/index.ts';
import type { RowSource } from '../house/row-source.ts';
import type { Registry } from '../house/module.ts';
import { contentOf } from './content.ts';
import type { AnyRuleBook } from './rule-book.ts';
import type { VersionRow } from './store/version-store.ts';

/** Who saved which of these versions, by id of the member. */
export type Names = ReadonlyMap<string, string>;

/** Names of those who saved these versions. */
export async function namesOfSavers(
  rows: RowSource,
  registry: Registry,
  versions: readonly (VersionRow | undefined)[],
): Promise<Names> {
  const ids = [...new Set(versions.flatMap((row) => row?.savedBy ?? []))];
  if (ids.length === 0) return new Map();
  const found = await rows.many(registry.people.namesOf(rows.orgId, ids));
  return new Map(found.map(({ id, name }) => [id, name]));
}

/** Who saved a version and when; nobody did the shipped one. */
export function savedOf(row: VersionRow | undefined, names: Names) {
  return {
    savedById: row?.savedBy ?? null,
    savedByName: names.get(row?.savedBy ?? '') ?? null,
    savedAt: row?.savedAt.toISOString() ?? null,
  };
}

/** The rules of a book that hold, as they are sent. */
export function rulesOf(book: AnyRuleBook, row: VersionRow | undefined): Rule[] {
  return contentOf(book, row).rules.map((rule) => ({ ...rule, says: rule.says as Rule['says'] }));
}

/** Its settings. */
export function settingsOf(book: AnyRuleBook, row: VersionRow | undefined): Record<string, unknown> {
  return contentOf(book, row).settings as Record<string, unknown>;
}

/** A book in the list of books. */
export function presentLine(book: AnyRuleBook, row: VersionRow | undefined, actor: Actor, names: Names): BookLine {
  const rules = rulesOf(book, row);
  return {
    key: book.key,
    chapter: book.chapter,
    version: row?.version ?? 0,
    rules: rules.length,
    active: rules.filter(({ active }) => active).length,
    ...savedOf(row, names),
    abilities: { save: may(actor, book.save) },
  };
}

/** A book with its rules and all they may ask. */
export async function presentBook(
  book: AnyRuleBook,
  row: VersionRow | undefined,
  actor: Actor,
  rows: RowSource,
  registry: Registry,
): Promise<Book> {
  const names = await namesOfSavers(rows, registry, [row]);
  const own = (await book.options?.(rows)) ?? {};
  const fields = [...book.fields.values()].map((field): RuleField => {
    const { name, kind, values } = field;
    const listed = values?.map((value) => ({
      value,
      label: registry.messages.zh[`${book.chapter}.fact.${name}.${value}`] ?? value,
    }));
    return { name, kind, ops: [...questionsOf(field)], options: own[name] ?? listed ?? null };
  });
  return {
    key: book.key,
    chapter: book.chapter,
    version: row?.version ?? 0,
    note: row?.note ?? null,
    items: rulesOf(book, row),
    settings: settingsOf(book, row),
    fields,
    tries: book.past !== undefined,
    ...savedOf(row, names),
    abilities: { save: may(actor, book.save) },
  };
}
