import * as protocol from '@dealtrail/protocol/records';
import type { Actor } from '../../access/index.ts';
import type { RowOf, Tx } from '../../db/index.ts';
import type { Going, MergeParticipant } from '../../house/participant.ts';
import type { KindRow, Merging, Registry } from '../../house/module.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { KEPT_DAYS, KEPT_MS, lockHeads } from '../bin/bin-store.ts';
import { goingAlong } from '../bin/run-participants.ts';
import { namesById } from '../people-names.ts';
import { reachesHead, visibleHeadQuery } from '../records.ts';
import { mergeHeads, undoMerge } from './merge-heads.ts';
import { openMergesQuery } from './merge-store.ts';
import { type Chosen, chosenBetween, rowsOfKind, shownValues, valuesBack } from './merge-values.ts';

type HeadRow = RowOf<'records'>;

/** The heads of these records, all of one kind and in sight, in the order they were named. */
async function headsToMerge(tx: Tx, actor: Actor, registry: Registry, ids: readonly string[]): Promise<HeadRow[]> {
  const locked = new Map((await lockHeads(tx, ids)).map((head) => [head.id, head]));
  const heads = [...new Set(ids)].map((id) => {
    const head = locked.get(id);
    if (!head || !reachesHead(actor, registry, head)) throw problem('not_found');
    return head;
  });
  if (heads.length < 2 || heads.some(({ kind }) => kind !== heads[0]?.kind)) throw problem('not_mergeable');
  return heads;
}

function mergingOf(registry: Registry, kind: string): Merging {
  const merging = registry.kinds.get(kind)?.merging;
  if (!merging) throw problem('not_mergeable');
  return merging;
}

async function carriedOver(tx: Tx, registry: Registry, heads: readonly HeadRow[]): Promise<Going[]> {
  const going = [...(await goingAlong(tx, registry, heads))];
  const parts = registry.participants.filter((part): part is MergeParticipant => part.kind === 'merge');
  for (const part of parts) {
    const mine = heads.filter(({ kind }) => part.of?.includes(kind) ?? true).map(({ id }) => id);
    if (mine.length > 0) going.push(...((await part.preview?.(tx, mine)) ?? []));
  }
  return going.filter(({ count }) => count > 0);
}

/** Records of a kind side by side before they become one. Changes nothing. */
export const previewMerge = handle(protocol.previewMerge, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const heads = await headsToMerge(tx, actor, registry, input.ids);
  const kind = heads[0]?.kind ?? '';
  const merging = mergingOf(registry, kind);
  const rows = await rowsOfKind(tx, merging, input.ids);
  const going = await carriedOver(tx, registry, heads);
  const names = await namesById(
    tx,
    registry.people,
    heads.map(({ ownerId }) => ownerId),
  );
  const records = heads.map((head) => {
    const keep = reachesHead(actor, registry, head, 'update');
    const own = going.filter(({ recordId }) => recordId === head.id);
    return {
      id: head.id,
      number: head.number,
      title: head.title,
      ownerName: (head.ownerId && names.get(head.ownerId)) ?? null,
      createdAt: head.createdAt.toISOString(),
      values: shownValues(merging, rows.get(head.id) ?? {}),
      along: own.map(({ key, count }) => ({ key, count })),
      abilities: { keep, giveUp: keep && reachesHead(actor, registry, head, 'delete') },
    };
  });
  return { kind, fields: [...merging.fields], records, undoDays: KEPT_DAYS };
});

/** The values taken from others, with the columns that go along with them. */
function valuesTaken(
  merging: Merging,
  rows: ReadonlyMap<string, KindRow>,
  take: readonly { readonly field: string; readonly from: string }[],
): KindRow {
  const values: Record<string, unknown> = {};
  for (const { field, from } of take) {
    const row = rows.get(from);
    if (!merging.fields.includes(field) || !row) throw problem('merge_field_unknown');
    for (const name of [field, ...(merging.along?.[field] ?? [])]) values[name] = row[name] ?? null;
  }
  return values;
}

/** The record a column was taken from; undefined where it was not chosen. */
const giverOf = (merging: Merging, take: readonly { readonly field: string; readonly from: string }[], name: string) =>
  take.find(({ field }) => field === name || merging.along?.[field]?.includes(name))?.from;

/** Makes records part of one: chosen values first, so that keys of the others are added to those of the survivor. */
export const mergeRecords = handle(protocol.mergeRecords, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const heads = await headsToMerge(tx, actor, registry, [input.id, ...input.from]);
  const [into, ...from] = heads;
  if (!into) throw problem('not_found');
  if (!heads.every((head) => reachesHead(actor, registry, head, 'update'))) throw problem('not_allowed');
  const merging = mergingOf(registry, into.kind);
  const rows = await rowsOfKind(
    tx,
    merging,
    heads.map(({ id }) => id),
  );
  const before = rows.get(into.id) ?? {};
  const others = from.map(({ id }) => rows.get(id) ?? {});
  await merging.save(tx, actor, into.id, valuesTaken(merging, rows, input.take), others);
  const after = (await rowsOfKind(tx, merging, [into.id])).get(into.id) ?? {};
  const chosen = Object.entries(chosenBetween(merging, before, after));
  for (const [at, { id }] of from.entries()) {
    // What was taken from a record is taken back with it; what followed by itself goes with the last.
    const last = at === from.length - 1;
    const own = chosen.filter(([name]) => (giverOf(merging, input.take, name) ?? (last ? id : null)) === id);
    await mergeHeads(tx, actor, registry, { from: id, into: into.id, note: Object.fromEntries(own) });
  }
  return { id: into.id, merged: from.length };
});

/** Records that became part of this one and can be taken out again. */
export const listMerges = handleRead(protocol.listMerges, async ({ actor, read, input, services, time }) => {
  const { registry } = services;
  const since = new Date(time.now().getTime() - KEPT_MS);
  const [[head], moves] = await read.all([
    visibleHeadQuery(actor, registry, input.id),
    openMergesQuery(actor.orgId, input.id, since),
  ]);
  if (!head) throw problem('not_found');
  const names = await namesById(
    read,
    registry.people,
    moves.map(({ movedBy }) => movedBy),
  );
  const items = moves.map((move) => {
    const gone = { ...move, deletedAt: null };
    const undo = ['update', 'delete'].every((verb) => reachesHead(actor, registry, gone, verb));
    return {
      id: move.id,
      number: move.number,
      title: move.title,
      mergedByName: (move.movedBy && names.get(move.movedBy)) ?? null,
      mergedAt: move.movedAt.toISOString(),
      undoUntil: new Date(move.movedAt.getTime() + KEPT_MS).toISOString(),
      abilities: { undo: undo && reachesHead(actor, registry, { ...head, deletedAt: null }, 'update') },
    };
  });
  return { items };
});

/** Takes a merge back, with the values nobody changed since. */
export const undoMergeOf = handle(protocol.undoMergeOf, async ({ actor, tx, input, services }) => {
  const { registry } = services;
  const [head] = await lockHeads(tx, [input.id]);
  if (!head || !reachesHead(actor, registry, head)) throw problem('not_found');
  const { into, note } = await undoMerge(tx, actor, registry, input.from);
  if (into.id !== input.id) throw problem('not_found');
  const merging = mergingOf(registry, into.kind);
  const now = (await rowsOfKind(tx, merging, [into.id])).get(into.id) ?? {};
  const values = valuesBack((note ?? {}) as Chosen, now);
  if (Object.keys(values).length > 0) await merging.save(tx, actor, into.id, values, []);
  return { id: input.from };
});
