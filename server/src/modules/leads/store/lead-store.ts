import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { recordsTable } from '../../../kernel/db/kernel-tables.ts';
import { problem } from '../../../kernel/http/problem.ts';
import {
  type ContactPoint,
  insertHeads,
  insertIdentities,
  type MatchKey,
  type NewHead,
  replaceContactPoints,
  replaceMatchKeys,
  saveHead,
} from '../../../kernel/records/records.ts';
import type { LeadFacts } from '../intake/lead-facts.ts';
import { type NormalLead, titleOf } from '../intake/normalise-lead.ts';
import { duplicates } from '../../customers/index.ts';
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

/** Inserts leads with their heads, keys and contact points, one statement a table. */
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
  await insertIdentities(tx, keys, points);
}

/** Locks a lead the actor may act on; 404 unseen, 403 seen but not theirs. */
export async function lockForChange(tx: Tx, actor: Actor, id: string, permission: string): Promise<LeadRow> {
  const lead = await tx.lock(leadsTable, { id });
  const seen = await tx.maybe(sql<{ allowed: boolean }>`
    select ${visible(actor, permission, 'l')} as allowed from seen.leads l
    join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
    where l.org_id = ${tx.orgId}::uuid and l.id = ${id}::uuid and ${visible(actor, 'leads.read', 'l')}`);
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

/** Saves columns of a lead that was locked. */
export async function saveLead(tx: Tx, lead: LeadRow, patch: LeadPatch): Promise<LeadRow> {
  return tx.update(leadsTable, lead, { ...patch, updatedAt: tx.time.now() });
}

/** Gives a lead and its head a new owner. */
export async function saveOwner(
  tx: Tx,
  lead: LeadRow,
  owner: { ownerId: string; departmentId: string | null },
  patch: LeadPatch,
): Promise<LeadRow> {
  const head = await tx.lock(recordsTable, { id: lead.id });
  if (!head) throw new Error('a lead without a head');
  await saveHead(tx, head, owner);
  return saveLead(tx, lead, { ...patch, ...owner });
}

/** Keeps title, words, keys and contact points of a lead whose facts changed in step with them. */
export async function saveIdentity(tx: Tx, lead: LeadRow, normal: NormalLead): Promise<void> {
  const head = await tx.lock(recordsTable, { id: lead.id });
  if (!head) throw new Error('a lead without a head');
  const { facts } = normal;
  await saveHead(tx, head, { title: titleOf(facts) ?? head.title, searchable: searchableOf(facts) });
  await replaceMatchKeys(tx, lead.id, duplicates.matchKeysOf(normal.keys));
  await replaceContactPoints(tx, lead.id, normal.points);
}
