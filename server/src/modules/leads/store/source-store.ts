import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { defaultSourceTypes } from '../rules/default-sources.ts';
import { foldSource, type SourceMap, type SourceType } from '../rules/source.ts';
import { leadSourcesTable, leadSourceTextsTable } from '../tables.ts';

/** A source the organisation listed itself. */
export interface OwnSource {
  readonly key: string;
  readonly name: string;
}

/** What an organisation added to the shipped sources, as it is read. */
export interface KnownSources {
  readonly own: readonly OwnSource[] | null;
  readonly mapped: readonly { readonly folded: string; readonly key: string }[] | null;
}

/** The columns `own` and `mapped` of a statement: what the organisation added to the shipped sources. */
export function knownSources(orgId: string) {
  return sql<KnownSources>`
    (select json_agg(json_build_object('key', s.key, 'name', s.name) order by s.created_at, s.key) from seen.lead_sources s where s.org_id = ${orgId}::uuid) as own,
    (select json_agg(json_build_object('folded', t.folded, 'key', t.key)) from seen.lead_source_texts t where t.org_id = ${orgId}::uuid) as mapped`;
}

/** Query for what the organisation added to the shipped sources; one row. */
export function sourcesQuery(orgId: string) {
  return sql<KnownSources>`select ${knownSources(orgId)}`;
}

const typeOf = ({ key, name }: OwnSource): SourceType => ({ key, name: { zh: name, en: name }, aliases: [] });

/** Shipped and own sources with the texts people mapped, as the rules read them. */
export function sourceMapOf({ own, mapped }: KnownSources): SourceMap {
  const types = own === null ? defaultSourceTypes : [...defaultSourceTypes, ...own.map(typeOf)];
  return { types, mapped: new Map((mapped ?? []).map(({ folded, key }) => [folded, key])) };
}

/** The sources of the transaction's organisation. */
export async function readSources(tx: Tx): Promise<SourceMap> {
  return sourceMapOf(await tx.one(sourcesQuery(tx.orgId)));
}

/** How a source is called in Chinese; the key itself where it is not listed any more. */
export function sourceName(sources: SourceMap, key: string): string {
  return sources.types.find((type) => type.key === key)?.name.zh ?? key;
}

/** Lists a text as a source of the organisation's own. */
export async function insertSource(tx: Tx, source: OwnSource): Promise<void> {
  await tx.insert(leadSourcesTable, [{ ...source, createdAt: tx.time.now() }]);
}

/** Remembers what a source text means; said twice, the later meaning counts. */
export async function keepSourceText(tx: Tx, text: string, key: string): Promise<void> {
  const folded = foldSource(text);
  const known = await tx.lock(leadSourceTextsTable, { folded });
  if (known)
    await tx.update(leadSourceTextsTable, known, { key, mappedBy: tx.origin.actorId, mappedAt: tx.time.now() });
  else await tx.insert(leadSourceTextsTable, [{ folded, key, mappedBy: tx.origin.actorId, mappedAt: tx.time.now() }]);
}
