import { sql } from 'kysely';
import { type Actor, reaches, type Standing, visibleOfKinds } from '../access/index.ts';
import { contactPointsTable, matchKeysTable, recordsTable } from '../db/kernel-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Registry } from '../house/module.ts';
import { tokensOf } from '../search/rules/tokens.ts';

/** What a new business object gives its head. */
export interface NewHead {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  /** Texts by which it is found; contact data never goes in here. */
  readonly searchable: readonly (string | null | undefined)[];
}

/** Search tokens of a record's texts, each once; at most 600, so that a pasted page does not fill the index. */
export function tokensFor(texts: readonly (string | null | undefined)[]): string[] {
  return [...new Set([...new Set(texts)].flatMap((text) => (text ? tokensOf(text) : [])))].slice(0, 600);
}

/** Words as a tsvector is written, each a lexeme of its own. */
const asVector = (words: readonly string[]): string =>
  words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`).join(' ');

/** Writes the heads of new objects; the object's own row follows in the same transaction and tells the audit. */
export async function insertHeads(tx: Tx, heads: readonly NewHead[]): Promise<void> {
  tx.insertUnaudited(
    recordsTable,
    heads.map(({ searchable, ...head }) => ({
      ...head,
      createdBy: tx.origin.actorId,
      createdAt: tx.time.now(),
      tok: asVector(tokensFor([head.title, head.number, ...searchable])),
      version: 1,
    })),
  );
}

/** What may change of a head; words are made anew when `searchable` is given. */
export interface HeadPatch {
  readonly title?: string;
  readonly ownerId?: string | null;
  readonly departmentId?: string | null;
  readonly searchable?: readonly (string | null | undefined)[];
}

/** Locks the heads of these records, in the order of their ids; each must be there. */
export async function lockHeads(tx: Tx, ids: readonly string[]): Promise<RowOf<'records'>[]> {
  const heads = await tx.many(sql<RowOf<'records'>>`
    select * from app.records where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
  if (heads.length < new Set(ids).size) throw new Error('a record without a head');
  return heads;
}

/** Changes title or owner of heads that were locked. */
export async function saveHeads(
  tx: Tx,
  changes: readonly { readonly head: RowOf<'records'>; readonly patch: HeadPatch }[],
): Promise<void> {
  await tx.updateMany(
    recordsTable,
    changes.map(({ head, patch: { searchable, ...fields } }) => {
      if (!searchable) return { before: head, patch: fields };
      const words = tokensFor([fields.title ?? head.title, head.number, ...searchable]);
      return { before: head, patch: { ...fields, tok: asVector(words) } };
    }),
  );
}

/** What of a head decides who sees it. */
export type HeadInHand = Pick<RowOf<'records'>, 'id' | 'kind' | 'ownerId' | 'departmentId' | 'deletedAt'>;

/** Whether a verb of the actor's chapter permissions reaches a head in hand; the same rule as `visibleHead`. */
export function reachesHead(actor: Standing, registry: Registry, head: HeadInHand, verb = 'read'): boolean {
  const kind = registry.kinds.get(head.kind);
  return kind !== undefined && head.deletedAt === null && reaches(actor, `${kind.chapter}.${verb}`, head);
}

/** Locks the head of a record the actor may see; 404 otherwise, as for a random id; 403 when the verb does not reach it. */
export async function lockVisibleHead(
  tx: Tx,
  actor: Actor,
  id: string,
  registry: Registry,
  verb = 'read',
): Promise<RowOf<'records'>> {
  const head = await tx.lock(recordsTable, { id });
  if (!head || !reachesHead(actor, registry, head)) throw problem('not_found');
  if (!reachesHead(actor, registry, head, verb)) throw problem('not_allowed');
  return head;
}

/** SQL condition on a living head: any kind whose `read` permission, or another verb, reaches it. */
export function visibleHead(actor: Standing, registry: Registry, alias: string, verb = 'read') {
  return sql<boolean>`(${sql.raw(alias)}.deleted_at is null and ${reachedHead(actor, registry, alias, verb)})`;
}

/** The same of a head whether it is deleted or not; for the recycle bin and the audit. */
export function reachedHead(actor: Standing, registry: Registry, alias: string, verb: string) {
  return visibleOfKinds(actor, registry.kinds.values(), alias, verb);
}

/** Query for the head of a record the actor may see. */
export function visibleHeadQuery(actor: Actor, registry: Registry, id: string) {
  return sql<{
    id: string;
    kind: string;
    ownerId: string | null;
    departmentId: string | null;
    title: string;
    number: string;
  }>`
    select r.id, r.kind, r.owner_id, r.department_id, r.title, r.number from seen.records r
    where r.org_id = ${actor.orgId}::uuid and r.id = ${id}::uuid and ${visibleHead(actor, registry, 'r')}`;
}

/** A key by which records are taken for the same; equality only. */
export interface MatchKey {
  readonly kind: string;
  readonly key: string;
  readonly recordId: string;
}

/** Keeps the match keys of new records. */
export async function insertMatchKeys(tx: Tx, keys: readonly MatchKey[]): Promise<void> {
  const distinct = new Map(keys.map((key) => [`${key.kind} ${key.key} ${key.recordId}`, key]));
  await tx.insert(
    matchKeysTable,
    [...distinct.values()].map((key) => ({ keyKind: key.kind, key: key.key, recordId: key.recordId })),
  );
}

/** Replaces the match keys of one record. */
export async function replaceMatchKeys(
  tx: Tx,
  recordId: string,
  keys: readonly Omit<MatchKey, 'recordId'>[],
): Promise<void> {
  await tx.run({
    text: 'delete from app.match_keys where org_id = $1 and record_id = $2',
    values: [tx.orgId, recordId],
  });
  await insertMatchKeys(
    tx,
    keys.map((key) => ({ ...key, recordId })),
  );
}

/** Records that share a key with one of the given, whoever owns them. */
export async function findMatches(
  tx: Tx,
  keys: readonly { kind: string; key: string }[],
): Promise<{ recordId: string; keyKind: string; key: string }[]> {
  if (keys.length === 0) return [];
  return tx.many(
    sql<{ recordId: string; keyKind: string; key: string }>`
      select m.record_id, m.key_kind, m.key from seen.match_keys m
      join unnest(${keys.map((key) => key.kind)}::text[], ${keys.map((key) => key.key)}::text[]) as w(kind, key) on m.key_kind = w.kind and m.key = w.key
      join seen.records r on r.org_id = m.org_id and r.id = m.record_id and r.deleted_at is null and r.merged_into is null
      where m.org_id = ${tx.orgId}::uuid`,
  );
}

/** A way to reach somebody on a record: normalised number or address. */
export interface ContactPoint {
  readonly recordId: string;
  readonly kind: 'phone' | 'email';
  readonly normalized: string;
}

/** Keeps contact points, found by the whole number or its last digits. */
export async function insertContactPoints(tx: Tx, points: readonly ContactPoint[]): Promise<void> {
  const distinct = new Map(points.map((point) => [`${point.recordId} ${point.kind} ${point.normalized}`, point]));
  await tx.insert(
    contactPointsTable,
    [...distinct.values()].map((point) => ({ ...point, reversed: [...point.normalized].toReversed().join('') })),
  );
}

/** Replaces the contact points of one record. */
export async function replaceContactPoints(
  tx: Tx,
  recordId: string,
  points: readonly Omit<ContactPoint, 'recordId'>[],
): Promise<void> {
  await tx.run({
    text: 'delete from app.contact_points where org_id = $1 and record_id = $2',
    values: [tx.orgId, recordId],
  });
  await insertContactPoints(
    tx,
    points.map((point) => ({ ...point, recordId })),
  );
}
