import type { Transfer } from '@dealtrail/protocol/exports';
import type { Actor } from '../access/index.ts';
import type { Reader } from '../http/reader.ts';
import type { Services } from '../house/services.ts';
import { importsQuery, presentImport } from '../imports/index.ts';
import { exportsQuery, presentExport } from './export-view.ts';

interface Asking {
  readonly actor: Actor;
  readonly read: Reader;
  readonly services: Services;
}

/** Imports and exports of the organisation by their ids, as people see them; whose they are is the caller's to judge. */
export async function transfersOf(
  { actor, read, services: { registry } }: Asking,
  ids: { readonly imports: readonly string[]; readonly exports: readonly string[] },
): Promise<Transfer[]> {
  const [imports, exports] = await read.all([
    importsQuery(actor.orgId, ids.imports),
    exportsQuery(actor.orgId, ids.exports),
  ]);
  const memberIds = [...new Set([...imports, ...exports].map(({ memberId }) => memberId))];
  const members = await read.many(registry.people.namesOf(actor.orgId, memberIds));
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const nameOf = (memberId: string) => names.get(memberId) ?? '';
  return [
    ...imports.map((row) => ({ what: 'import' as const, ...presentImport(row, nameOf(row.memberId)) })),
    ...exports.map((row) => ({ what: 'export' as const, ...presentExport(row, nameOf(row.memberId), registry) })),
  ];
}
