import { sql } from 'kysely';
import { auditSealsTable } from './tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import type { Sweep } from '../house/module.ts';
import { digestOf, GENESIS, hashOf } from './seal.ts';

/** Changes one transaction seals. */
const BATCH = 1_000;

/** Batches one run seals, so that an organisation that writes without end does not keep the others waiting. */
const BATCHES = 50;

// A change is written with its commit, seconds after its moment at most.
const LATECOMERS_MS = 600_000;

// A clock set back puts changes before those sealed already; a day of them is looked through more rarely.
const SET_BACK_MS = 24 * 3_600_000;

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

/** Changes without a seal in the order of their ids, from that one on. */
function unsealed(tx: Tx, from: { readonly id: string; readonly at: Date }): Promise<RowOf<'audit'>[]> {
  return tx.many(sql<RowOf<'audit'>>`
    select a.* from seen.audit a
    where a.org_id = ${tx.orgId}::uuid and a.id >= ${from.id}::uuid and a.at >= ${from.at}::timestamptz
      and not exists (select 1 from seen.audit_seals s where s.org_id = a.org_id and s.audit_id = a.id)
    order by a.id limit ${BATCH}`);
}

/** Seals the next changes after that id, or from so long before the last sealed one; the id to go on after, if any. */
async function sealBatch(tx: Tx, backMs: number, after: string | undefined): Promise<string | undefined> {
  if (!(await takeTurn(tx))) return undefined;
  const last = await tx.maybe(sql<LastSeal>`
    select seq, hash, audit_at from seen.audit_seals where org_id = ${tx.orgId}::uuid order by seq desc limit 1`);
  const at = new Date(last ? last.auditAt.getTime() - backMs : 0);
  const rows = await unsealed(tx, { id: after ?? lowestIdAt(at), at });
  let { seq, hash } = last ?? { seq: 0, hash: GENESIS };
  const seals = rows.map((row) => {
    const digest = digestOf(row);
    seq += 1;
    hash = hashOf(hash, seq, digest);
    return { seq, auditId: row.id, auditAt: row.at, digest, hash };
  });
  await tx.insert(auditSealsTable, seals);
  return rows.length === BATCH ? rows.at(-1)?.id : undefined;
}

/** A sweep that goes on where its last batch ended, so that what it sealed is not looked through again. */
function sealing(name: string, everySeconds: number, backMs: number): Sweep {
  return {
    name,
    due: 'sweep.organizations',
    everySeconds,
    async run({ orgId, services }) {
      const origin = { orgId, actorId: null, operation: name, requestId: services.time.newId() };
      let after: string | undefined;
      for (let batch = 0; batch < BATCHES; batch += 1) {
        const from = after;
        after = await services.database.write(origin, (tx) => sealBatch(tx, backMs, from));
        if (after === undefined) return false;
      }
      return true;
    },
  };
}

/** Chains new changes behind those sealed before, so that none can be altered or taken away unnoticed. */
export const sweepSeals = sealing('audit.seal', 60, LATECOMERS_MS);

/** The same for changes whose moment lies before those sealed already. */
export const sweepSetBack = sealing('audit.seal_set_back', 3_600, SET_BACK_MS);
