import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';

function refuseMissing(path: string, asked: readonly string[], found: readonly { id: string }[]): void {
  const missing = asked.filter((id) => !found.some((row) => row.id === id));
  if (missing.length === 0) return;
  throw problem('reference_missing', {
    fields: [{ path, code: 'reference_missing', message: missing.join(', ') }],
  });
}

/**
 * Refuses ids that are no active member of the organisation, before a rule or record keeps them. `path` is the field
 * they came in.
 */
export async function membersExist(tx: Tx, ids: readonly string[], path: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.many(sql<{ id: string }>`
    select id from seen.members where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) and active`);
  refuseMissing(path, ids, found);
}

/** The same for open departments. */
export async function departmentsExist(tx: Tx, ids: readonly string[], path: string): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.many(sql<{ id: string }>`
    select id from seen.departments where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) and closed_at is null`);
  refuseMissing(path, ids, found);
}
