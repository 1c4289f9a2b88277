import { sql } from 'kysely';
import { type Database, type RowOf, rowsOf, statementOf } from '../db/index.ts';
import { digestOf, GENESIS, hashOf, isErased } from './seal.ts';

const PAGE = 2_000;
const LIMIT_MS = 120_000;

/** The first place at which the history is not what was sealed. */
export interface BrokenSeal {
  readonly seq: number;
  readonly auditId: string;
  /** gap: a seal is missing · hash: a seal was altered · missing: the change is gone · changed: it says something else. */
  readonly reason: 'gap' | 'hash' | 'missing' | 'changed';
}

/** Whether an organisation's history stands as it was sealed. */
export interface AuditVerdict {
  readonly sealed: number;
  /** Changes not sealed yet: those of the last minute. */
  readonly unsealed: number;
  /** Moment of the last change found as it was sealed. */
  readonly upTo: Date | null;
  readonly firstBroken?: BrokenSeal;
}

type SealedRow = Pick<RowOf<'audit_seals'>, 'seq' | 'auditId' | 'auditAt' | 'digest' | 'hash'> & {
  change: RowOf<'audit'> | null;
};

const pageQuery = (orgId: string, after: number) => sql<SealedRow & { found: boolean }>`
  select s.seq, s.audit_id, s.audit_at, s.digest, s.hash, a.id is not null as found, a.* from seen.audit_seals s
  left join seen.audit a on a.org_id = s.org_id and a.id = s.audit_id and a.at = s.audit_at
  where s.org_id = ${orgId}::uuid and s.seq > ${after} order by s.seq limit ${PAGE}`;

async function readPage(database: Database, orgId: string, after: number): Promise<SealedRow[]> {
  const [result] = await database.read(orgId, [statementOf(pageQuery(orgId, after))], LIMIT_MS);
  if (!result) return [];
  return rowsOf<SealedRow & RowOf<'audit'> & { found: boolean }>(result).map(
    ({ seq, auditId, auditAt, digest, hash, found, ...change }) => ({
      seq,
      auditId,
      auditAt,
      digest,
      hash,
      change: found ? (change as unknown as RowOf<'audit'>) : null,
    }),
  );
}

function faultOf(row: SealedRow, previous: { seq: number; hash: string }): BrokenSeal['reason'] | undefined {
  if (row.seq !== previous.seq + 1) return 'gap';
  if (row.hash !== hashOf(previous.hash, row.seq, row.digest)) return 'hash';
  if (!row.change) return 'missing';
  return isErased(row.change) || digestOf(row.change) === row.digest ? undefined : 'changed';
}

async function countChanges(database: Database, orgId: string): Promise<number> {
  const count = sql<{ changes: number }>`select count(*)::int as changes from seen.audit where org_id = ${orgId}::uuid`;
  const [result] = await database.read(orgId, [statementOf(count)], LIMIT_MS);
  return result ? (rowsOf<{ changes: number }>(result)[0]?.changes ?? 0) : 0;
}

/** Checks every sealed change of an organisation against its seal and the chain. */
export async function verifyAudit(database: Database, orgId: string): Promise<AuditVerdict> {
  let last = { seq: 0, hash: GENESIS };
  let sealed = 0;
  let upTo: Date | null = null;
  for (
    let page = await readPage(database, orgId, 0);
    page.length > 0;
    page = await readPage(database, orgId, last.seq)
  ) {
    for (const row of page) {
      const reason = faultOf(row, last);
      if (reason) {
        const unsealed = Math.max(0, (await countChanges(database, orgId)) - sealed);
        return { sealed, unsealed, upTo, firstBroken: { seq: row.seq, auditId: row.auditId, reason } };
      }
      last = { seq: row.seq, hash: row.hash };
      sealed += 1;
      upTo = row.auditAt;
    }
  }
  return { sealed, unsealed: Math.max(0, (await countChanges(database, orgId)) - sealed), upTo };
}
