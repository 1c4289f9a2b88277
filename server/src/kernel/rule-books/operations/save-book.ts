import * as protocol from '@dealtrail/protocol/rules';
import type { Book } from '@dealtrail/protocol/rules';
import type { Actor } from '../../access/index.ts';
import type { Tx } from '../../db/index.ts';
import type { Services } from '../../house/services.ts';
import { handle } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { shippedContent } from '../content.ts';
import { findBookToSave } from '../find-book.ts';
import { presentBook, rulesOf, settingsOf } from '../present-book.ts';
import { readDraft } from '../read-draft.ts';
import type { AnyRuleBook } from '../rule-book.ts';
import { differences } from '../rules/differences.ts';
import { holdingQuery, versionQuery, type VersionRow } from '../store/version-store.ts';
import { ruleVersionsTable } from '../tables.ts';

type Content = Pick<VersionRow, 'rules' | 'settings' | 'note'>;

/** The version that holds; 409 with it when it is not the one the author saw. */
async function holdingFor(
  tx: Tx,
  book: AnyRuleBook,
  actor: Actor,
  services: Services,
  baseVersion: number,
): Promise<VersionRow | undefined> {
  const row = await tx.maybe(holdingQuery(tx.orgId, book.key));
  if ((row?.version ?? 0) === baseVersion) return row;
  throw problem('stale_version', { current: await presentBook(book, row, actor, tx, services.registry) });
}

/** Keeps a content as the next version; one that is equal to what holds changes nothing. */
async function keep(
  tx: Tx,
  book: AnyRuleBook,
  actor: Actor,
  services: Services,
  { before, content }: { readonly before: VersionRow | undefined; readonly content: Content },
): Promise<Book> {
  const { registry } = services;
  const was = { rules: rulesOf(book, before), settings: settingsOf(book, before) };
  if (differences(was, content).length === 0) return presentBook(book, before, actor, tx, registry);
  const row = {
    id: tx.time.newId(),
    book: book.key,
    version: (before?.version ?? 0) + 1,
    ...content,
    savedBy: actor.memberId,
    savedAt: tx.time.now(),
  };
  await tx.insert(ruleVersionsTable, [row]);
  return presentBook(book, { ...row, orgId: tx.orgId }, actor, tx, registry);
}

/** Keeps the rules of a book as a new version. */
export const saveBook = handle(protocol.saveBook, async ({ actor, tx, input, time, services }) => {
  const book = findBookToSave(services.registry, actor, input.book);
  const before = await holdingFor(tx, book, actor, services, input.baseVersion);
  const { zone } = actor.organization;
  const when = { now: time.now(), today: time.today(zone), zone };
  const draft = readDraft(book, input, settingsOf(book, before), when, services.registry.messages.zh);
  const content = { ...draft, note: input.note ?? null } as Content;
  return keep(tx, book, actor, services, { before, content });
});

/** Puts an earlier version of a book in force again. */
export const restoreVersion = handle(protocol.restoreVersion, async ({ actor, tx, input, services }) => {
  const book = findBookToSave(services.registry, actor, input.book);
  const before = await holdingFor(tx, book, actor, services, input.baseVersion);
  const old =
    input.version === 0 ? shippedContent(book) : await tx.maybe(versionQuery(tx.orgId, book.key, input.version));
  if (!old) throw problem('rule_version_unknown');
  const content = { rules: old.rules, settings: old.settings, note: null } as Content;
  return keep(tx, book, actor, services, { before, content });
});
