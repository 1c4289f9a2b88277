import type { MatchGrade } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { duplicatePairsTable } from '../tables.ts';

export type DuplicatePairRow = RowOf<'duplicate_pairs'>;

/** Two records a search found, the smaller id first. */
export interface FoundPair {
  readonly oneId: string;
  readonly otherId: string;
  readonly recordKind: 'lead' | 'customer';
  readonly grade: Exclude<MatchGrade, 'related'>;
  readonly points: number;
  readonly reasons: readonly Why[];
}

/** Keeps pairs a search found; what somebody decided about a pair stays. */
export async function keepPairs(tx: Tx, pairs: readonly FoundPair[]): Promise<void> {
  if (pairs.length === 0) return;
  const rows = pairs.map(({ oneId, otherId, recordKind, grade, points, reasons }) => ({
    one_id: oneId,
    other_id: otherId,
    record_kind: recordKind,
    grade,
    points: Math.round(points * 10),
    reasons,
  }));
  await tx.run({
    name: 'duplicate_pairs_keep',
    text: `with found as (
        select w.* from jsonb_to_recordset($2::jsonb)
          as w(one_id uuid, other_id uuid, record_kind text, grade text, points int, reasons jsonb)
      ), known as (
        update app.duplicate_pairs p set grade = f.grade, points = f.points, reasons = f.reasons, found_at = $3
        from found f where p.org_id = $1 and p.one_id = f.one_id and p.other_id = f.other_id
        returning p.one_id, p.other_id
      )
      insert into app.duplicate_pairs (org_id, one_id, other_id, record_kind, grade, points, reasons, found_at)
      select $1, f.one_id, f.other_id, f.record_kind, f.grade, f.points, f.reasons, $3 from found f
      where not exists (select 1 from known k where k.one_id = f.one_id and k.other_id = f.other_id)`,
    values: [tx.orgId, JSON.stringify(rows), tx.time.now()],
  });
}

/** Forgets undecided pairs that a whole search, begun then, did not meet any more. */
export async function forgetPairs(tx: Tx, before: Date): Promise<void> {
  await tx.run({
    name: 'duplicate_pairs_forget',
    text: 'delete from app.duplicate_pairs where org_id = $1 and found_at < $2 and decision is null',
    values: [tx.orgId, before],
  });
}

/** A side of a pair as it is shown. */
interface Side {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly ownerName: string | null;
  readonly departmentName: string | null;
  readonly createdAt: string;
}

/** A pair with both sides. */
export type ShownPair = Pick<DuplicatePairRow, 'recordKind' | 'grade' | 'points' | 'reasons' | 'foundAt'> & {
  readonly one: Side;
  readonly other: Side;
  /** Whether the actor may change both and give up either. */
  readonly mergeable: boolean;
};

const side = (alias: string) =>
  sql.raw(
    `jsonb_build_object('id', ${alias}.id, 'number', ${alias}.number, 'title', ${alias}.title, 'ownerName', ${alias}m.name, 'departmentName', ${alias}d.name, 'createdAt', ${alias}.created_at)`,
  );

const inReach = (actor: Actor, verb: string, alias: string) =>
  sql`case p.record_kind when 'lead' then ${visible(actor, `leads.${verb}`, alias)} else ${visible(actor, `customers.${verb}`, alias)} end`;

const open = (now: Date) => sql`(p.decision is null or p.decision = 'later' and p.later_until <= ${now})`;

const joined = (orgId: string) => sql`
  seen.duplicate_pairs p
  join seen.records a on a.org_id = ${orgId}::uuid and a.id = p.one_id and a.deleted_at is null and a.merged_into is null
  join seen.records b on b.org_id = ${orgId}::uuid and b.id = p.other_id and b.deleted_at is null and b.merged_into is null`;

const ofKind = (kind: string | undefined) => (kind === undefined ? sql`true` : sql`p.record_kind = ${kind}`);

/** Query for the surest pairs that wait for a decision, both sides in the actor's sight. */
export function waitingPairsQuery(actor: Actor, now: Date, kind: 'lead' | 'customer' | undefined) {
  const { orgId } = actor;
  return sql<ShownPair>`
    select p.record_kind, p.grade, p.points, p.reasons, p.found_at, ${side('a')} as one, ${side('b')} as other,
      (${inReach(actor, 'update', 'a')} and ${inReach(actor, 'update', 'b')}
        and (${inReach(actor, 'delete', 'a')} or ${inReach(actor, 'delete', 'b')})) as mergeable
    from ${joined(orgId)}
    left join seen.members am on am.org_id = ${orgId}::uuid and am.id = a.owner_id
    left join seen.departments ad on ad.org_id = ${orgId}::uuid and ad.id = a.department_id
    left join seen.members bm on bm.org_id = ${orgId}::uuid and bm.id = b.owner_id
    left join seen.departments bd on bd.org_id = ${orgId}::uuid and bd.id = b.department_id
    where p.org_id = ${orgId}::uuid and ${ofKind(kind)} and ${open(now)}
      and ${inReach(actor, 'read', 'a')} and ${inReach(actor, 'read', 'b')}
    order by p.points desc, p.one_id, p.other_id limit 50`;
}

/** Query for how many pairs in sight wait, counted up to 1 000. */
export function countWaitingQuery(actor: Actor, now: Date, kind: 'lead' | 'customer' | undefined) {
  const { orgId } = actor;
  return sql<{ waiting: number }>`
    select count(*)::int as waiting from (
      select 1 from ${joined(orgId)} where p.org_id = ${orgId}::uuid and ${ofKind(kind)} and ${open(now)}
        and ${inReach(actor, 'read', 'a')} and ${inReach(actor, 'read', 'b')} limit 1000
    ) w`;
}

/** Keeps what somebody decided about a pair; one that was never found is remembered all the same. */
export async function decidePair(
  tx: Tx,
  ids: readonly [string, string],
  recordKind: 'lead' | 'customer',
  decision: DuplicatePairRow['decision'],
  laterUntil: Date | null = null,
): Promise<void> {
  const [oneId, otherId] = ids.toSorted() as [string, string];
  const known = await tx.lock(duplicatePairsTable, { oneId, otherId });
  const now = tx.time.now();
  const decided = { decision, decidedBy: tx.origin.actorId, decidedAt: now, laterUntil };
  if (known) await tx.update(duplicatePairsTable, known, decided);
  else {
    const pair = { oneId, otherId, recordKind, grade: 'possible' as const, points: 0, reasons: [], foundAt: now };
    await tx.insert(duplicatePairsTable, [{ ...pair, ...decided, version: 1 }]);
  }
}

/** Query for the two sides of sampled pairs, as far as they are in the actor's sight. */
export function sidesQuery(actor: Actor, ids: readonly string[]) {
  const { orgId } = actor;
  return sql<Omit<Side, 'createdAt'> & { createdAt: Date; kind: 'lead' | 'customer' }>`
    select r.id, r.kind, r.number, r.title, m.name as owner_name, d.name as department_name, r.created_at
    from seen.records r
    left join seen.members m on m.org_id = ${orgId}::uuid and m.id = r.owner_id
    left join seen.departments d on d.org_id = ${orgId}::uuid and d.id = r.department_id
    where r.org_id = ${orgId}::uuid and r.id = any(${[...ids]}::uuid[])
      and case r.kind when 'lead' then ${visible(actor, 'leads.read', 'r')} else ${visible(actor, 'customers.read', 'r')} end`;
}
