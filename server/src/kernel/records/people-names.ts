import type { RowSource } from '../house/module.ts';
import type { People } from '../house/people.ts';

/** Names of these members by id; nobody is asked for where nobody is named. */
export async function namesById(
  source: RowSource,
  people: People,
  memberIds: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(memberIds.flatMap((id) => id ?? []))];
  if (wanted.length === 0) return new Map();
  const rows = await source.many(people.namesOf(source.orgId, wanted));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
