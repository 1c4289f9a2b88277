import * as protocol from '@dealtrail/protocol/jobs';
import { sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import { react } from '../../events/index.ts';
import { handle, handlePrepared, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import type { Query, RowOf, Tx } from '../../db/index.ts';
import type { Registry, RowSource } from '../../house/module.ts';
import { pageOfRecord } from '../../house/registry.ts';
import { deadLettersTable } from '../tables.ts';

const SHOWN = 100;
const LONGEST_PROBLEM = 500;

const instant = (column: string) => sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`);

type LetterRow = Omit<protocol.DeadLetter, 'page'>;
type Asked = { readonly id: string } | { readonly state: string };

/** Letters as they are shown, but with the id of who settled them. */
function lettersQuery(orgId: string, asked: Asked): Query<LetterRow> {
  return sql<LetterRow>`
    select d.id, d.reaction, e.type as event_type, ${instant('e.at')} as event_at, r.id as record_id, r.kind as record_kind,
      r.number as record_number, r.title as record_title, d.problem, d.tries, ${instant('d.failed_at')} as failed_at,
      d.state, d.reason, d.settled_by, ${instant('d.settled_at')} as settled_at
    from seen.dead_letters d
    left join seen.events e on e.org_id = ${orgId}::uuid and e.id = d.event_id
    left join seen.records r on r.org_id = ${orgId}::uuid and r.id = e.record_id
    where d.org_id = ${orgId}::uuid and ${'id' in asked ? sql`d.id = ${asked.id}::uuid` : sql`d.state = ${asked.state}`}
    order by d.failed_at desc, d.id desc limit ${SHOWN}`;
}

async function named(
  rows: RowSource,
  registry: Registry,
  letters: readonly LetterRow[],
): Promise<protocol.DeadLetter[]> {
  const ids = [...new Set(letters.flatMap(({ settledBy }) => settledBy ?? []))];
  const names = new Map(
    ids.length > 0 ? (await rows.many(registry.people.namesOf(rows.orgId, ids))).map(({ id, name }) => [id, name]) : [],
  );
  return letters.map((letter) => ({
    ...letter,
    settledBy: names.get(letter.settledBy ?? '') ?? null,
    page: pageOfRecord(registry, letter.recordKind, letter.recordId),
  }));
}

/** Reactions that failed every try, the newest first. */
export const listDeadLetters = handleRead(protocol.listDeadLetters, async ({ actor, read, input, services }) => {
  const letters = await read.many(lettersQuery(actor.orgId, { state: input.state ?? 'open' }));
  return { items: await named(read, services.registry, letters) };
});

async function show(tx: Tx, registry: Registry, id: string): Promise<protocol.DeadLetter> {
  const [letter] = await named(tx, registry, await tx.many(lettersQuery(tx.orgId, { id })));
  if (!letter) throw problem('not_found');
  return letter;
}

async function lockOpen(tx: Tx, id: string): Promise<RowOf<'dead_letters'>> {
  const letter = await tx.lock(deadLettersTable, { id });
  if (!letter) throw problem('not_found');
  if (letter.state !== 'open') throw problem('dead_letter_settled');
  return letter;
}

const settled = (actor: Actor, at: Date) => ({ settledBy: actor.memberId, settledAt: at });

/** Tries a failed reaction once more, in its own transaction before this one; delivered twice it acts once. */
export const runDeadLetter = handlePrepared(
  protocol.runDeadLetter,
  async ({ actor, input, services }) => {
    const [letter] = await services.database.readRows(
      actor.orgId,
      sql<{ eventId: string; reaction: string; state: string }>`select event_id, reaction, state from seen.dead_letters
        where org_id = ${actor.orgId}::uuid and id = ${input.id}::uuid`,
    );
    if (!letter) throw problem('not_found');
    if (letter.state !== 'open') throw problem('dead_letter_settled');
    try {
      await react(services, { orgId: actor.orgId, eventId: letter.eventId, reaction: letter.reaction });
      return undefined;
    } catch (error) {
      services.log.error({ err: error, orgId: actor.orgId, reaction: letter.reaction }, 'reaction failed again');
      return (error instanceof Error ? error.message : String(error)).slice(0, LONGEST_PROBLEM);
    }
  },
  async ({ actor, tx, input, prepared: failure, services }) => {
    const letter = await lockOpen(tx, input.id);
    const now = tx.time.now();
    await tx.update(
      deadLettersTable,
      letter,
      failure === undefined
        ? { state: 'done', ...settled(actor, now) }
        : { problem: failure, tries: letter.tries + 1, failedAt: now },
    );
    return show(tx, services.registry, input.id);
  },
);

/** Lets a failed reaction be, with the reason why. */
export const setAsideDeadLetter = handle(protocol.setAsideDeadLetter, async ({ actor, tx, input, services }) => {
  const letter = await lockOpen(tx, input.id);
  const patch = { state: 'set_aside' as const, reason: input.reason, ...settled(actor, tx.time.now()) };
  await tx.update(deadLettersTable, letter, patch);
  return show(tx, services.registry, input.id);
});
