import { sql } from 'kysely';
import { auditSealsTable } from './tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import type { Sweep } from '../house/module.ts';
import { digestOf, GENESIS, hashOf } from './seal.ts';

/** Changes one transaction seals. */
const BATCH = 1_000;

// A change is written with its commit, seconds after its moment at most; a day also covers a clock set back.
const LATECOMERS_MS = 24 * 3_600_000;

interface LastSeal {
  readonly seq: number;
  readonly hash: string;
  readonly auditAt: Date;
}

/** The lowest id an object of that moment can have: ids begin with 48 bits of milliseconds. */
function lowestIdAt(moment: Date): string {
  const hex = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}

/** Only one node seals an organisation at a time; false: another one does. */
async function takeTurn(tx: Tx): Promise<boolean> {
  const { turn } = await tx.one(
    sql<{ turn: boolean }>`select pg_try_advisory_xact_lock(hashtextextended(${`audit ${tx.orgId}`}, 0)) as turn`,
  );
  return turn;
}

async function unsealed(tx: Tx, last: LastSeal | undefined): Promise<RowOf<'audit'>[]> {
  const since = new Date((last?.auditAt.getTime() ?? 0) - (last ? LATECOMERS_MS : 0));
  return tx.many(sql<RowOf<'audit'>>`
    select a.* from seen.audit a
    where a.org_id = ${tx.orgId}::uuid and a.id >= ${lowestIdAt(since)}::uuid and a.at >= ${since}::timestamptz
      and not exists (select 1 from seen.audit_seals s where s.org_id = a.org_id and s.audit_id = a.id)
    order by a.id limit ${BATCH}`);
}

async function sealBatch(tx: Tx): Promise<number> {
  if (!(await takeTurn(tx))) return 0;
  const last = await tx.maybe(sql<LastSeal>`
    select seq, hash, audit_at from seen.audit_seals where org_id = ${tx.orgId}::uuid order by seq desc limit 1`);
  const rows = await unsealed(tx, last);
  let { seq, hash } = last ?? { seq: 0, hash: GENESIS };
  const seals = rows.map((row) => {
    const digest = digestOf(row);
    seq += 1;
    hash = hashOf(hash, seq, digest);
    return { seq, auditId: row.id, auditAt: row.at, digest, hash };
  });
  await tx.insert(auditSealsTable, seals);
  return seals.length;
}

/** Chains new changes behind those sealed before, so that none can be altered or taken away unnoticed. */
export const sweepSeals: Sweep = {
  name: 'audit.seal',
  due: 'sweep.organizations',
  everySeconds: 60,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'audit.seal', requestId: services.time.newId() };
    return (await services.database.write(origin, sealBatch)) === BATCH;
  },
};
