import * as protocol from '@dealtrail/protocol/search';
import { type RawBuilder, sql } from 'kysely';
import { type Actor, may } from '../access/index.ts';
import type { Query } from '../db/index.ts';
import type { RecordKind, Registry } from '../house/module.ts';
import { handleRead } from '../http/handle.ts';
import type { Reader } from '../http/reader.ts';
import { namesById } from '../records/people-names.ts';
import { visibleHead } from '../records/records.ts';
import { askBeyond } from './ask-beyond.ts';
import { contactMatches } from './contact-matches.ts';
import { type QueryTokens, queryTokens, tsqueryText } from './rules/tokens.ts';

const SHOWN = 20;
/** Heads looked at to find the best: a frequent word has more than anybody reads. */
const LOOKED_AT = 200;

/** A text as tokens are made of it. */
function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

interface Head {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly ownerId: string | null;
}

interface FileHit {
  readonly recordId: string;
  readonly name: string;
}

/** Query for the files of these records in whose names the words stand, the newest first. */
function filesQuery(orgId: string, tokens: QueryTokens | undefined, heads: readonly Head[]) {
  return sql<FileHit>`select f.record_id, f.name from seen.attachments f
    where f.org_id = ${orgId}::uuid and f.record_id = any(${heads.map(({ id }) => id)}::uuid[])
      and ${tokens ? sql`f.tok @@ ${tsqueryText(tokens)}::tsquery` : sql`false`} order by f.added_at desc limit ${LOOKED_AT}`;
}

function candidates(
  actor: Actor,
  registry: Registry,
  kinds: readonly RecordKind[],
  q: string,
): Query<Head> | undefined {
  const names = kinds.map((kind) => kind.kind);
  const found: RawBuilder<unknown>[] = [];
  const tokens = queryTokens(q);
  if (tokens) {
    found.push(sql`select h.id from seen.records h
      where h.org_id = ${actor.orgId}::uuid and h.kind = any(${names}::text[]) and h.tok @@ ${tsqueryText(tokens)}::tsquery`);
  }
  if (tokens)
    found.push(sql`select f.record_id from seen.attachments f
      where f.org_id = ${actor.orgId}::uuid and f.tok @@ ${tsqueryText(tokens)}::tsquery`);
  for (const { kind, chapter } of kinds) {
    const contact = may(actor, `${chapter}.reveal`) ? contactMatches(actor, kind, `${chapter}.reveal`, q) : undefined;
    if (contact) found.push(contact);
  }
  if (found.length === 0) return undefined;
  return sql<Head>`select r.id, r.kind, r.number, r.title, r.owner_id from seen.records r
    where r.org_id = ${actor.orgId}::uuid and r.kind = any(${names}::text[])
      and r.id in (${sql.join(found, sql` union all `)}) and ${visibleHead(actor, registry, 'r')} limit ${LOOKED_AT}`;
}

/** Pairs of characters do not prove that they stand side by side: keeps the heads in whose texts all runs do. */
async function rechecked(
  heads: readonly Head[],
  runs: readonly string[],
  files: readonly FileHit[],
  registry: Registry,
  read: Reader,
): Promise<Head[]> {
  const stands = (texts: readonly (string | null)[]) =>
    runs.every((run) => texts.some((text) => text !== null && normalized(text).includes(run)));
  const kept = new Set(heads.filter((head) => stands([head.title])).map((head) => head.id));
  for (const [name, open] of Map.groupBy(
    heads.filter((head) => !kept.has(head.id)),
    (head) => head.kind,
  )) {
    const found = await registry.kinds.get(name)?.searchable?.(
      read,
      open.map((head) => head.id),
    );
    const titles = new Map(open.map((head) => [head.id, head.title]));
    for (const { id, texts } of found ?? []) if (stands([titles.get(id) ?? null, ...texts])) kept.add(id);
  }
  for (const { recordId, name } of files) if (stands([name])) kept.add(recordId);
  return heads.filter((head) => kept.has(head.id));
}

/** The number itself first, then titles that begin with the text, that hold it, and the rest; the newest first. */
function ranked(heads: readonly Head[], q: string): Head[] {
  const wanted = normalized(q);
  const rank = ({ number, title }: Head) => {
    if (normalized(number) === wanted) return 0;
    const at = normalized(title).indexOf(wanted);
    return at === 0 ? 1 : at > 0 ? 2 : 3;
  };
  return heads.toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? 1 : -1)).slice(0, SHOWN);
}

/** Finds records by name, number, pinyin initials or phone among those the member may see. */
export const findRecords = handleRead(protocol.search, async ({ actor, read, input, services }) => {
  const { registry } = services;
  const kinds = [...registry.kinds.values()].filter(
    ({ kind, chapter }) => (input.kind === undefined || kind === input.kind) && may(actor, `${chapter}.read`),
  );
  const query = candidates(actor, registry, kinds, input.q);
  if (!query) return { items: [], beyond: null };
  const found = await read.many(query);
  const tokens = queryTokens(input.q);
  const runs = tokens?.recheck ?? [];
  const files = found.length > 0 ? await read.many(filesQuery(actor.orgId, tokens, found)) : [];
  const heads = ranked(runs.length > 0 ? await rechecked(found, runs, files, registry, read) : found, input.q);
  const names = await namesById(
    read,
    registry.people,
    heads.map(({ ownerId }) => ownerId),
  );
  const beyond = heads.length > 0 ? null : await askBeyond(services, actor, input.q);
  const standing = files.filter(({ name }) => runs.every((run) => normalized(name).includes(run)));
  return {
    items: heads.map(({ ownerId, ...head }) => ({
      ...head,
      ownerName: (ownerId && names.get(ownerId)) ?? null,
      fileName: standing.find(({ recordId }) => recordId === head.id)?.name ?? null,
    })),
    beyond,
  };
});
