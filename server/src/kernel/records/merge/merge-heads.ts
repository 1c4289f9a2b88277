import type { Actor } from '../../access/index.ts';
import type { RowOf, Tx } from '../../db/index.ts';
import type { Registry } from '../../house/module.ts';
import type { MergeParticipant } from '../../house/participant.ts';
import { problem } from '../../http/problem.ts';
import { endMoves, insertMoves, KEPT_MS, lockHeads, lockMoves, markHeads } from '../bin/bin-store.ts';
import { reachesHead } from '../records.ts';
import { pointHead } from './merge-store.ts';

interface Pair {
  readonly from: RowOf<'records'>;
  readonly into: RowOf<'records'>;
}

function taking(registry: Registry, kind: string): MergeParticipant[] {
  return registry.participants.filter(
    (part): part is MergeParticipant => part.kind === 'merge' && (part.of?.includes(kind) ?? true),
  );
}

async function lockPair(tx: Tx, fromId: string, intoId: string): Promise<Pair> {
  const heads = await lockHeads(tx, [fromId, intoId]);
  const from = heads.find(({ id }) => id === fromId);
  const into = heads.find(({ id }) => id === intoId);
  if (!from || !into) throw problem('not_found');
  if (from.id === into.id || from.kind !== into.kind) throw problem('not_mergeable');
  return { from, into };
}

/** Both records must be the actor's to change, and the one that goes theirs to delete. */
function allow(actor: Actor, registry: Registry, { from, into }: Pair): void {
  const gone = { ...from, deletedAt: null };
  for (const head of [gone, into]) {
    if (!reachesHead(actor, registry, head)) throw problem('not_found');
    if (!reachesHead(actor, registry, head, 'update')) throw problem('not_allowed');
  }
  if (!reachesHead(actor, registry, gone, 'delete')) throw problem('not_allowed');
}

/**
 * Makes one record part of another of its kind: what hangs on it moves over, each chapter its own rows, and its id leads
 * to the other from now on. `undoMerge` takes it back for 30 days and answers with `note`. Throws `not_found`, `not_allowed`, `not_mergeable`.
 */
export async function mergeHeads(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  { from: fromId, into: intoId, note = null }: { from: string; into: string; note?: unknown },
): Promise<void> {
  const pair = await lockPair(tx, fromId, intoId);
  const { from, into } = pair;
  allow(actor, registry, pair);
  if (from.deletedAt !== null || into.deletedAt !== null) throw problem('not_mergeable');
  const notes: Record<string, unknown> = { chosen: note };
  for (const part of taking(registry, from.kind)) notes[part.name] = await part.move(tx, from, into);
  await markHeads(tx, [from.id], tx.time.now());
  await pointHead(tx, from.id, into.id);
  await insertMoves(tx, [{ recordId: from.id, kind: 'merge', intoId: into.id, reason: null, notes }]);
  const { number, title } = from;
  tx.publish({
    type: 'records.merged',
    recordId: into.id,
    data: { kind: from.kind, from: from.id },
    text: { key: 'records.event.merged', params: { by: actor.name, number, title } },
  });
}

/** Takes a merge back: what moved over and is still there returns. Throws `gone` when its 30 days are over. */
export async function undoMerge(
  tx: Tx,
  actor: Actor,
  registry: Registry,
  fromId: string,
): Promise<{ into: RowOf<'records'>; note: unknown }> {
  const [move] = await lockMoves(tx, 'merge', [fromId]);
  const until = tx.time.now().getTime() - KEPT_MS;
  if (!move || move.intoId === null || move.movedAt.getTime() <= until) throw problem('gone');
  const pair = await lockPair(tx, fromId, move.intoId);
  const { from, into } = pair;
  allow(actor, registry, pair);
  if (into.deletedAt !== null) throw problem('not_mergeable');
  await pointHead(tx, from.id, null);
  await markHeads(tx, [from.id], null);
  for (const part of taking(registry, from.kind).toReversed())
    await part.undo(tx, from, into, move.notes[part.name] ?? null);
  await endMoves(tx, [move], 'undone');
  const { number, title } = from;
  tx.publish({
    type: 'records.unmerged',
    recordId: into.id,
    data: { kind: from.kind, from: from.id },
    text: { key: 'records.event.unmerged', params: { by: actor.name, number, title } },
  });
  return { into, note: move.notes.chosen ?? null };
}
