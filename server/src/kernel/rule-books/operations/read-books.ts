import * as protocol from '@dealtrail/protocol/rules';
import { may } from '../../access/index.ts';
import { addDays } from '../../calendar/index.ts';
import { handleRead } from '../../http/handle.ts';
import { findBook } from '../find-book.ts';
import { namesOfSavers, presentBook, presentLine, rulesOf, savedOf, settingsOf } from '../present-book.ts';
import { differences } from '../rules/differences.ts';
import { isDoubtful } from '../rules/tally.ts';
import { allHoldingQuery, holdingQuery, versionsQuery } from '../store/version-store.ts';

/** Versions shown at once. */
const MOST_VERSIONS = 50;
/** How far back rules are counted and tried. */
export const PAST_DAYS = 365;

/** The books of rules the member may read. */
export const listBooks = handleRead(protocol.listBooks, async ({ actor, read, services: { registry } }) => {
  const books = [...registry.ruleBooks.values()].filter((book) => may(actor, book.read));
  const holding = await read.many(
    allHoldingQuery(
      actor.orgId,
      books.map(({ key }) => key),
    ),
  );
  const names = await namesOfSavers(read, registry, holding);
  return {
    items: books.map((book) =>
      presentLine(
        book,
        holding.find((row) => row.book === book.key),
        actor,
        names,
      ),
    ),
  };
});

/** A book as it holds now. */
export const getBook = handleRead(protocol.getBook, async ({ actor, read, input, services: { registry } }) => {
  const book = findBook(registry, actor, input.book);
  const row = await read.maybe(holdingQuery(actor.orgId, book.key));
  return presentBook(book, row, actor, read, registry);
});

/** The versions of a book, newest first, each with what it changed; the oldest was made from what the product brings. */
export const listVersions = handleRead(protocol.listVersions, async ({ actor, read, input, services }) => {
  const book = findBook(services.registry, actor, input.book);
  const rows = await read.many(versionsQuery(actor.orgId, book.key, MOST_VERSIONS + 1));
  const names = await namesOfSavers(read, services.registry, rows);
  const items = rows.slice(0, MOST_VERSIONS).map((row, i) => {
    const before = rows[i + 1];
    const compared = (of: typeof before) => ({ rules: rulesOf(book, of), settings: settingsOf(book, of) });
    return {
      version: row.version,
      note: row.note,
      rules: row.rules.length,
      ...savedOf(row, names),
      changes: differences(compared(before), compared(row)),
    };
  });
  return { items };
});

/** How often each rule decided, and how often people decided otherwise. */
export const countBook = handleRead(protocol.countBook, async (context) => {
  const { actor, read, input, time, services } = context;
  const book = findBook(services.registry, actor, input.book);
  const { past } = book;
  if (!past) return { items: [] };
  const sinceOn = addDays(time.today(actor.organization.zone), -PAST_DAYS);
  const counted = await read.many(past.counts(context, new Date(`${sinceOn}T00:00:00Z`)));
  const items = counted.map(({ ruleId, hits, overridden }) => {
    const opens = past.opens(ruleId, sinceOn);
    return {
      ruleId,
      hits,
      overridden,
      doubtful: isDoubtful({ hits, overridden }),
      hitFilter: JSON.stringify(opens.hits),
      overriddenFilter: JSON.stringify(opens.overridden),
    };
  });
  return { items };
});
