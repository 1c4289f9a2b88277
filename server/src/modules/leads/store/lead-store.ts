import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import {
  type ContactPoint,
  insertContactPoints,
  insertHeads,
  insertMatchKeys,
  lockHeads,
  type MatchKey,
  type NewHead,
  replaceContactPoints,
  replaceMatchKeys,
  saveHeads,
} from '../../../kernel/records/records.ts';
import type { LeadFacts } from '../intake/lead-facts.ts';
import { type NormalLead, titleOf } from '../intake/normalise-lead.ts';
import { duplicates } from '../../customers/index.ts';
import { isClosed } from '../lead-states.ts';
import { leadsTable } from '../tables.ts';

export type LeadRow = RowOf<'leads'>;
export type LeadPatch = Partial<NewRow<'leads'>>;

/** Texts by which a lead is found beside its title and number; never contact data. */
export function searchableOf(facts: Pick<LeadFacts, 'companyName' | 'contactName' | 'city'>): (string | null)[] {
  return [facts.companyName, facts.contactName, facts.city];
}

/** Two files with the same leads come in one after the other, so that the second finds what the first made. */
export async function holdIntake(tx: Tx): Promise<void> {
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} lead intake`],
    name: 'hold_intake',
  });
}

/** Inserts leads with their heads, keys and contact points. */
export async function insertLeads(
  tx: Tx,
  leads: readonly { readonly row: NewRow<'leads'>; readonly head: NewHead; readonly normal: NormalLead }[],
): Promise<void> {
  await insertHeads(
    tx,
    leads.map(({ head }) => head),
  );
  await tx.insert(
    leadsTable,
    leads.map(({ row }) => row),
  );
  const keys: MatchKey[] = leads.flatMap(({ row, normal }) =>
    duplicates.matchKeysOf(normal.keys).map((key) => ({ ...key, recordId: row.id })),
  );
  const points: ContactPoint[] = leads.flatMap(({ row, normal }) =>
    normal.points.map((point) => ({ ...point, recordId: row.id })),
  );
  await insertMatchKeys(tx, keys);
  await insertContactPoints(tx, points);
}

/** Locks a lead the actor may act on; 404 unseen, 403 seen but not theirs. */
export async function lockForChange(tx: Tx, actor: Actor, id: string, permission: string): Promise<LeadRow> {
  const [lead, seen] = await Promise.all([
    tx.lock(leadsTable, { id }),
    tx.maybe(sql<{ allowed: boolean }>`
      select ${visible(actor, permission, 'l')} as allowed from seen.leads l
      join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      where l.org_id = ${tx.orgId}::uuid and l.id = ${id}::uuid and ${visible(actor, 'leads.read', 'l')}`),
  ]);
  if (!lead || !seen) throw problem('not_found');
  if (!seen.allowed) throw problem('not_allowed');
  return lead;
}

/** Locks a lead that a rule or another chapter works on. */
export async function getForRule(tx: Tx, id: string): Promise<LeadRow> {
  const lead = await tx.lock(leadsTable, { id });
  if (!lead) throw new Error('a lead that must exist does not');
  return lead;
}

/** Locks these leads, in the order of their ids. */
export async function lockLeads(tx: Tx, ids: readonly string[]): Promise<LeadRow[]> {
  if (ids.length === 0) return [];
  return tx.many(sql<LeadRow>`
    select * from app.leads where org_id = ${tx.orgId}::uuid and id = any(${[...ids]}::uuid[]) order by id for update`);
}

/** A lead that was locked, and the columns to save of it. */
export interface LeadChange {
  readonly lead: LeadRow;
  readonly patch: LeadPatch;
}

/** Saves columns of leads that were locked; one that is closed lies in no pool any more. Returns them in order. */
export async function saveLeads(tx: Tx, changes: readonly LeadChange[]): Promise<LeadRow[]> {
  const updatedAt = tx.time.now();
  return tx.updateMany(
    leadsTable,
    changes.map(({ lead, patch }) => {
      const leaves = lead.poolId !== null && patch.state !== undefined && isClosed(patch.state);
      const home = leaves ? { poolId: null, pooledAt: null } : {};
      return { before: lead, patch: { ...patch, ...home, updatedAt } };
    }),
  );
}

/** Saves columns of one lead that was locked. */
export async function saveLead(tx: Tx, lead: LeadRow, patch: LeadPatch): Promise<LeadRow> {
  const [saved = lead] = await saveLeads(tx, [{ lead, patch }]);
  return saved;
}

/** A lead on its way to another owner, or to none. */
export interface OwnerChange extends LeadChange {
  readonly patch: LeadPatch & Pick<LeadRow, 'ownerId' | 'departmentId'>;
}

/** Gives leads and their heads a new owner, or none; returns them in order. */
export async function saveOwners(tx: Tx, changes: readonly OwnerChange[]): Promise<LeadRow[]> {
  const patches = new Map(changes.map(({ lead, patch }) => [lead.id, patch]));
  const heads = await lockHeads(tx, [...patches.keys()]);
  await saveHeads(
    tx,
    heads.map((head) => {
      const { ownerId = null, departmentId = null } = patches.get(head.id) ?? {};
      return { head, patch: { ownerId, departmentId } };
    }),
  );
  return saveLeads(tx, changes);
}

/** Keeps title, words, keys and contact points of leads whose facts changed in step with them. */
export async function saveIdentities(
  tx: Tx,
  changed: readonly { readonly id: string; readonly normal: NormalLead }[],
): Promise<void> {
  if (changed.length === 0) return;
  const normalOf = new Map(changed.map(({ id, normal }) => [id, normal]));
  const heads = await lockHeads(tx, [...normalOf.keys()]);
  await saveHeads(
    tx,
    heads.map((head) => {
      const { facts } = normalOf.get(head.id) as NormalLead;
      return { head, patch: { title: titleOf(facts) ?? head.title, searchable: searchableOf(facts) } };
    }),
  );
  for (const { id, normal } of changed) {
    await replaceMatchKeys(tx, id, duplicates.matchKeysOf(normal.keys));
    await replaceContactPoints(tx, id, normal.points);
  }
}
