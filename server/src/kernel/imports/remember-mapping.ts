import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import { importMappingsTable } from '../db/transfer-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { fold } from './rules/index.ts';

/** What makes two files the same sheet filled anew: their headings, in whatever order and spelling. */
function fingerprintOf(header: readonly string[]): string {
  const names = header.map(fold).filter((name) => name !== '');
  return createHash('sha256').update(JSON.stringify(names.toSorted())).digest('base64url');
}

/** Query for how a sheet with these headings was mapped the last time. */
export function rememberedMapping(orgId: string, kind: string, header: readonly string[]) {
  return sql<RowOf<'import_mappings'>>`
    select * from seen.import_mappings
    where org_id = ${orgId}::uuid and kind = ${kind} and fingerprint = ${fingerprintOf(header)}`;
}

/** A mapping as it is kept, with the fields the kind still has and the headings the file has. */
export function usableMapping(
  kept: Readonly<Record<string, string>>,
  header: readonly string[],
  fields: readonly { readonly name: string }[],
): Record<string, string> {
  const known = new Set(fields.map(({ name }) => name));
  const byName = new Map(Object.entries(kept).map(([column, field]) => [fold(column), field]));
  return Object.fromEntries(
    header.flatMap((column) => {
      const field = byName.get(fold(column));
      return field !== undefined && known.has(field) ? [[column, field]] : [];
    }),
  );
}

/** Keeps how a sheet with these headings is mapped, for everybody of the organisation who imports the kind. */
export async function rememberMapping(
  tx: Tx,
  actor: Actor,
  told: { kind: string; header: readonly string[]; mapping: Record<string, string>; name: string },
): Promise<void> {
  const fingerprint = fingerprintOf(told.header);
  const { kind, mapping, name } = told;
  const facts = { name, mapping, memberId: actor.memberId, usedAt: tx.time.now() };
  const kept = await tx.lock(importMappingsTable, { kind, fingerprint });
  if (kept) await tx.update(importMappingsTable, kept, facts);
  else await tx.insert(importMappingsTable, [{ id: tx.time.newId(), kind, fingerprint, ...facts, version: 1 }]);
}
