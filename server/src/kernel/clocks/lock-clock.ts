import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import { clocksTable } from '../db/kernel-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Registry } from '../house/module.ts';
import { type HeadInHand, lockVisibleHead, reachesHead } from '../records/records.ts';

/** A clock locked for a change, with the head of its record. */
export interface LockedClock {
  readonly row: RowOf<'clocks'>;
  readonly head: RowOf<'records'>;
}

/** Locks one clock for whoever may change its record; 404 where they do not see it, 403 where they only read it. */
export async function lockClock(tx: Tx, actor: Actor, id: string, registry: Registry): Promise<LockedClock> {
  const known = await tx.maybe(sql<{ recordId: string }>`
    select record_id from seen.clocks where org_id = ${tx.orgId}::uuid and id = ${id}::uuid`);
  if (!known) throw problem('not_found');
  const head = await lockVisibleHead(tx, actor, known.recordId, registry, 'update');
  const row = await tx.lock(clocksTable, { id });
  if (!row) throw problem('not_found');
  return { row, head };
}

/** Whether this member, or somebody away whose deputy they are, gives records like this one away. */
export function givesAway(actor: Actor, registry: Registry, head: HeadInHand): boolean {
  const standings = [actor, ...(actor.standsFor ?? []).map((away) => ({ ...away, shares: new Map() }))];
  return standings.some((standing) => reachesHead(standing, registry, head, 'assign'));
}

/**
 * Whether this member decides for others on a clock: gives its record away, and does not owe the clock themselves,
 * unless nobody is above them.
 */
export async function decidesOn(
  tx: Tx,
  actor: Actor,
  { row, head }: LockedClock,
  registry: Registry,
): Promise<boolean> {
  if (!givesAway(actor, registry, head)) return false;
  if (row.ownerId !== actor.memberId) return true;
  return (await registry.people.supervisorOf(tx, actor.memberId)) === undefined;
}
