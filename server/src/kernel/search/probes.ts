import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { RowOf } from '../db/index.ts';
import { probesTable } from './tables.ts';

const HOUR_MS = 3_600_000;

/**
 * How much a member may learn in an hour of what is out of their sight, by kind (REQUIREMENTS, "Privacy where rules
 * meet"): 20 masked duplicates, 20 whole numbers searched for. A duplicate check may name 200 numbers nobody has: enough
 * for a day at a stand, too few to try hidden digits.
 */
const mostAnHour: Readonly<Record<ProbeKind, number>> = { duplicate: 20, search: 20, number: 200 };

type ProbeKind = RowOf<'probes'>['kind'];

/** One thing a member is about to learn: of a record, or of a number by its digest. */
export type Probe = { readonly recordId: string } | { readonly asked: string };

const textOf = (probe: { recordId?: string | null; asked?: string | null }): string =>
  probe.recordId ?? probe.asked ?? '';

/** What a member learned within the hour and how much more there may be. */
export interface ProbeAccount {
  readonly left: number;
  /** Seconds until the oldest of them is an hour old. */
  readonly waitSeconds: number;
  /** Id of the note on what is known already, by record or digest: the same again costs nothing. */
  readonly known: ReadonlyMap<string, string>;
}

/** Digest under which a number or address is noted. */
export const digestOf = (orgId: string, text: string): string =>
  createHash('sha256').update(`${orgId} ${text}`).digest('base64url');

/** What this member learned within the hour. Two requests at once are counted one after the other. */
export async function probeAccount(tx: Tx, memberId: string, kind: ProbeKind): Promise<ProbeAccount> {
  const now = tx.time.now();
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} probes ${memberId}`],
    name: 'hold_probes',
  });
  const noted = await tx.many(sql<Pick<RowOf<'probes'>, 'id' | 'recordId' | 'asked' | 'at'>>`
    select id, record_id, asked, at from seen.probes where org_id = ${tx.orgId}::uuid and member_id = ${memberId}::uuid
      and kind = ${kind} and at > ${new Date(now.getTime() - HOUR_MS)} order by at limit 500`);
  const oldest = noted[0]?.at.getTime() ?? now.getTime() - HOUR_MS;
  return {
    left: Math.max(0, mostAnHour[kind] - noted.length),
    waitSeconds: Math.max(1, Math.ceil((oldest + HOUR_MS - now.getTime()) / 1000)),
    known: new Map(noted.map((row) => [textOf(row), row.id])),
  };
}

/** Notes and audits what the member learns now; returns the id of each note in order. */
export async function noteProbes(
  tx: Tx,
  memberId: string,
  kind: ProbeKind,
  probes: readonly Probe[],
): Promise<string[]> {
  const rows = probes.map((probe) => ({
    id: tx.time.newId(),
    memberId,
    kind,
    recordId: 'recordId' in probe ? probe.recordId : null,
    asked: 'asked' in probe ? probe.asked : null,
    at: tx.time.now(),
  }));
  await tx.insert(probesTable, rows);
  return rows.map(({ id }) => id);
}
