import { type BulkChoice, type BulkView, MOST_IN_BULK } from '@dealtrail/protocol/bulk';
import type { Operation } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { type Actor, may } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import { handle, type Route, type WriteContext } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { listCondition } from '../lists/index.ts';
import type { Time } from '../time/time.ts';
import type { BulkKind, BulkSubject } from './bulk-kind.ts';
import { gatherRefusals, refusalsQuery } from './bulk-queries.ts';
import { openRun } from './open-run.ts';
import { presentRun } from './present-bulk.ts';
import { CHUNK, stepRun } from './step-run.ts';

interface BulkInput {
  readonly choice: BulkChoice;
  readonly action: never;
  readonly dryRun?: boolean | undefined;
}

async function chosenIds(tx: Tx, { list }: BulkKind, choice: BulkChoice, asker: { actor: Actor; time: Time }) {
  if ('ids' in choice) return [...new Set(choice.ids)];
  const { filter, q } = choice;
  const within = listCondition(asker, list, { ...(filter === null ? {} : { filter }), ...(q ? { q } : {}) });
  const found = await tx.many(sql<{ id: string }>`
    select ${sql.raw(list.alias)}.id from ${sql.raw(list.source)} where ${within}
    order by ${sql.raw(list.alias)}.id limit ${MOST_IN_BULK + 1}`);
  if (found.length > MOST_IN_BULK) throw problem('bulk_too_many', { params: { most: MOST_IN_BULK } });
  return found.map(({ id }) => id);
}

/** What the act would do to each record, as far as can be known without doing it. */
function preview(kind: BulkKind, ids: readonly string[], subjects: readonly BulkSubject[], action: never): BulkView {
  const known = new Map(subjects.map((subject) => [subject.id, subject]));
  const refused = ids.flatMap((id) => {
    const subject = known.get(id);
    if (!subject) return [{ id, title: '', why: { key: 'bulk.why.not_found', params: {} } }];
    const why = subject.allowed ? kind.refusal(subject, action) : { key: 'bulk.why.not_allowed', params: {} };
    return why ? [{ id, title: subject.title, why }] : [];
  });
  return {
    id: null,
    kind: kind.kind,
    state: 'preview',
    total: ids.length,
    done: 0,
    changed: ids.length - refused.length,
    unchanged: 0,
    refused: refused.length,
    refusals: gatherRefusals(refused),
    undoUntil: null,
    undoes: null,
    createdAt: '',
  };
}

/**
 * The verb that acts on many records of a kind: says what it would do, or does it. Up to 200 at once; more in the
 * background, chunk by chunk, whether or not anybody watches.
 */
export function bulkRoute(kind: BulkKind, operation: Operation): Route {
  const run = async ({ actor, tx, input, time }: WriteContext<Operation>): Promise<BulkView> => {
    const { choice, action, dryRun } = input as BulkInput;
    if (!may(actor, kind.permissionFor(action))) throw problem('not_allowed');
    const ids = await chosenIds(tx, kind, choice, { actor, time });
    if (ids.length === 0) throw problem('bulk_nothing');
    const subjects = await kind.subjects(tx, ids, action, actor);
    const foreseen = preview(kind, ids, subjects, action);
    if (dryRun) return { ...foreseen, createdAt: time.now().toISOString() };
    const titles = new Map(subjects.map(({ id, title }) => [id, title]));
    const items = ids.map((recordId) => ({ recordId, title: titles.get(recordId) ?? '' }));
    const opened = await openRun(tx, { kind: kind.kind, action, memberId: actor.memberId, undoes: null }, items);
    if (items.length > CHUNK) return presentRun(opened, []);
    const done = await stepRun(tx, opened, kind, actor);
    return presentRun(done, await tx.many(refusalsQuery(tx.orgId, done.id)));
  };
  return handle(operation, run as never);
}
