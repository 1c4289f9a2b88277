import * as protocol from '@dealtrail/protocol/rules';
import { addDays } from '../../calendar/index.ts';
import { handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { findBook } from '../find-book.ts';
import { settingsOf } from '../present-book.ts';
import { readDraft } from '../read-draft.ts';
import type { PastPage } from '../rule-book.ts';
import { judgeBy, ruleContext } from '../rules/judge-by-rules.ts';
import { Tally } from '../rules/tally.ts';
import { holdingQuery } from '../store/version-store.ts';
import { PAST_DAYS } from './read-books.ts';

/** Most records a trial looks at, and how many it takes at once. */
const MOST_TRIED = 50_000;
const PAGE = 1_000;

/** Says what draft rules would do with what came in during the last twelve months, newest first. */
export const tryBook = handleRead(protocol.tryBook, async (context) => {
  const { actor, read, input, time, services } = context;
  const book = findBook(services.registry, actor, input.book);
  const { past } = book;
  if (!past) throw problem('book_without_trial');
  const { zone } = actor.organization;
  const when = { now: time.now(), today: time.today(zone), zone };
  const row = await read.maybe(holdingQuery(actor.orgId, book.key));
  const draft = readDraft(book, input, settingsOf(book, row), when, services.registry.messages.zh);
  const judge = judgeBy(book, draft.rules, ruleContext(when));
  const content = { version: row?.version ?? 0, ...draft };
  const tally = new Tally();
  const sinceOn = addDays(when.today, -PAST_DAYS);
  let behind: PastPage['behind'];
  let full = true;
  while (full && tally.checked < MOST_TRIED) {
    const page = await read.many(past.query(context, { since: new Date(`${sinceOn}T00:00:00Z`), behind, most: PAGE }));
    for (const raw of page) {
      const subject = past.read(raw);
      const spoken = judge(subject.row);
      const verdict = book.verdict(spoken, content, subject.row);
      tally.note(
        subject,
        spoken.map(({ rule }) => rule.id),
        verdict,
      );
      behind = { at: subject.at, id: subject.id };
    }
    full = page.length === PAGE;
  }
  return { sinceOn, capped: full, ...tally.told(draft.rules.map(({ id }) => id)) };
});
