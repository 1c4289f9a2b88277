import * as protocol from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import type { RowOf } from '../db/index.ts';
import { auditVerdictsTable } from './tables.ts';
import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { handlePrepared, handleRead } from '../http/handle.ts';
import { type AuditVerdict, verifyAudit } from './verify-audit.ts';

/** A check is repeated after this at the earliest: it reads the whole history. */
const FRESH_MS = 60_000;
const DAILY_MS = 24 * 3_600_000;

type Row = RowOf<'audit_verdicts'>;

const lastQuery = (orgId: string) => sql<Row>`
  select * from seen.audit_verdicts where org_id = ${orgId}::uuid order by id desc limit 1`;

async function lastOf(services: Services, orgId: string): Promise<Row | undefined> {
  return (await services.database.readRows(orgId, lastQuery(orgId)))[0];
}

function rowOf(verdict: AuditVerdict, at: Date, id: string): Omit<Row, 'orgId'> {
  const { sealed, unsealed, upTo, firstBroken } = verdict;
  return {
    id,
    checkedAt: at,
    sealed,
    unsealed,
    upTo,
    brokenSeq: firstBroken?.seq ?? null,
    brokenReason: firstBroken?.reason ?? null,
  };
}

function present(row: Omit<Row, 'orgId'>): protocol.AuditVerdict {
  const { checkedAt, sealed, unsealed, upTo, brokenSeq, brokenReason } = row;
  return {
    checkedAt: checkedAt.toISOString(),
    sealed,
    unsealed,
    upTo: upTo?.toISOString() ?? null,
    broken: brokenSeq !== null && brokenReason !== null ? { seq: brokenSeq, reason: brokenReason } : null,
  };
}

/** The last check of the organisation's history. */
export const lastVerdict = handleRead(protocol.lastVerdict, async ({ actor, read }) => {
  const row = await read.maybe(lastQuery(actor.orgId));
  return { verdict: row ? present(row) : null };
});

/** Checks the history now. Reading it all takes seconds, so it is read before the transaction opens. */
export const verifyHistory = handlePrepared(
  protocol.verifyHistory,
  async ({ actor, services }) => {
    const last = await lastOf(services, actor.orgId);
    const now = services.time.now();
    if (last && now.getTime() - last.checkedAt.getTime() < FRESH_MS) return { known: last };
    return { made: rowOf(await verifyAudit(services.database, actor.orgId), now, services.time.newId()) };
  },
  async ({ tx, prepared }) => {
    if (prepared.made) await tx.insert(auditVerdictsTable, [prepared.made]);
    return present(prepared.made ?? prepared.known);
  },
);

/** Checks every organisation's history once a day; what breaks is on the page of the audit and in the log. */
export const sweepVerdicts: Sweep = {
  name: 'audit.verify',
  due: 'sweep.organizations',
  everySeconds: 3_600,
  async run({ orgId, services }) {
    const last = await lastOf(services, orgId);
    const now = services.time.now();
    if (last && now.getTime() - last.checkedAt.getTime() < DAILY_MS) return false;
    const verdict = await verifyAudit(services.database, orgId);
    if (verdict.firstBroken)
      services.log.error({ orgId, ...verdict.firstBroken }, 'the audit does not stand as sealed');
    const origin = { orgId, actorId: null, operation: 'audit.verify', requestId: services.time.newId() };
    await services.database.write(origin, (tx) =>
      tx.insert(auditVerdictsTable, [rowOf(verdict, now, tx.time.newId())]),
    );
    return false;
  },
};
