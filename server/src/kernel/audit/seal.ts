import { createHash } from 'node:crypto';
import type { RowOf } from '../db/index.ts';
import { canonicalJson } from './rules/canonical-json.ts';

type AuditRow = RowOf<'audit'>;

/** What the first seal of an organisation follows. */
export const GENESIS = '0'.repeat(64);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Digest of one change: everything it says, with its salt in front, so that erased values cannot be guessed from it. */
export function digestOf(row: AuditRow): string {
  // Named one by one: a column added later must not change what was sealed before.
  const { orgId, id, at, actorId, operation, requestId, tableName, recordId, rowKey, changes } = row;
  const said = { orgId, id, at, actorId, operation, requestId, tableName, recordId, rowKey, changes };
  return sha256(`${row.salt}${canonicalJson(said)}`);
}

/** Hash of one seal: it depends on every seal before it. */
export function hashOf(previous: string, seq: number, digest: string): string {
  return sha256(`${previous}\n${seq}\n${digest}`);
}

/** True for a change whose values were erased on somebody's request: no salt and no value is left of it. */
export function isErased(row: AuditRow): boolean {
  return row.salt === '' && Object.values(row.changes).every(({ before, after }) => before === null && after === null);
}
