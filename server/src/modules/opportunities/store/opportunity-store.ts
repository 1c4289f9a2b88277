import { sql } from 'kysely';
import { type Actor, visible } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { insertHeads } from '../../../kernel/records/records.ts';
import { opportunitiesTable, stageEvidenceTable, stageStaysTable } from '../tables.ts';

/** What a new opportunity starts with; stage, probability and version of the process come from the process. */
export type NewOpportunity = Pick<
  RowOf<'opportunities'>,
  | 'name'
  | 'customerId'
  | 'leadId'
  | 'processKey'
  | 'processVersion'
  | 'stageKey'
  | 'amountMinor'
  | 'currency'
  | 'expectedCloseOn'
  | 'probability'
  | 'weightedMinor'
  | 'needSummary'
  | 'source'
  | 'industry'
  | 'region'
  | 'ownerId'
  | 'departmentId'
> & { readonly id?: string; readonly today: string; readonly customerName: string };

/** Inserts an opportunity with its head and its first stay. */
export async function insertOpportunity(tx: Tx, opportunity: NewOpportunity): Promise<string> {
  const { id: wanted, today, customerName, ...facts } = opportunity;
  const id = wanted ?? tx.time.newId();
  const now = tx.time.now();
  const [number = ''] = await takeNumbers(tx, 'opportunity', today, 1);
  await insertHeads(tx, [
    {
      id,
      kind: 'opportunity',
      number,
      title: facts.name,
      ownerId: facts.ownerId,
      departmentId: facts.departmentId,
      searchable: [customerName],
    },
  ]);
  await tx.insert(opportunitiesTable, [
    {
      ...facts,
      id,
      stageEnteredAt: now,
      state: 'open',
      probabilitySet: false,
      competitor: null,
      lastMovementAt: now,
      closeReason: null,
      closeNote: null,
      closedAt: null,
      signedOn: null,
      contractNo: null,
      signedMinor: null,
      createdAt: now,
      updatedAt: now,
      version: 1,
    },
  ]);
  await insertStay(tx, id, facts, null);
  return id;
}

async function insertStay(
  tx: Tx,
  opportunityId: string,
  facts: { stageKey: string; amountMinor: number | null; probability: number; expectedCloseOn: string | null },
  reason: string | null,
): Promise<void> {
  await tx.insert(stageStaysTable, [
    {
      id: tx.time.newId(),
      opportunityId,
      stageKey: facts.stageKey,
      enteredAt: tx.time.now(),
      leftAt: null,
      actorId: tx.origin.actorId,
      reason,
      amountMinor: facts.amountMinor,
      probability: facts.probability,
      expectedCloseOn: facts.expectedCloseOn,
    },
  ]);
}

/** Locks an opportunity the actor may act on; 404 unseen, 403 seen but not theirs, 409 when it moved on. */
export async function lockForChange(
  tx: Tx,
  actor: Actor,
  id: string,
  permission: string,
  version?: number,
): Promise<RowOf<'opportunities'>> {
  const [opportunity, seen] = await Promise.all([
    tx.lock(opportunitiesTable, { id }),
    tx.maybe(sql<{ allowed: boolean }>`
      select ${visible(actor, permission, 'o')} as allowed from seen.opportunities o
      join seen.records r on r.org_id = o.org_id and r.id = o.id and r.deleted_at is null
      where o.org_id = ${tx.orgId}::uuid and o.id = ${id}::uuid and ${visible(actor, 'opportunities.read', 'o')}`),
  ]);
  if (!opportunity || !seen) throw problem('not_found');
  if (!seen.allowed) throw problem('not_allowed');
  if (version !== undefined && opportunity.version !== version)
    throw problem('stale_version', { params: { version: opportunity.version } });
  return opportunity;
}

/** An opportunity that was locked, and the facts to save of it. */
export interface OpportunityChange {
  readonly opportunity: RowOf<'opportunities'>;
  readonly patch: Partial<NewRow<'opportunities'>>;
}

/** Saves facts of opportunities that were locked; returns them in order. */
export async function saveOpportunities(
  tx: Tx,
  changes: readonly OpportunityChange[],
): Promise<RowOf<'opportunities'>[]> {
  const updatedAt = tx.time.now();
  return tx.updateMany(
    opportunitiesTable,
    changes.map(({ opportunity, patch }) => ({ before: opportunity, patch: { ...patch, updatedAt } })),
  );
}

/** Saves facts of one opportunity that was locked. */
export async function saveOpportunity(
  tx: Tx,
  opportunity: RowOf<'opportunities'>,
  patch: Partial<NewRow<'opportunities'>>,
): Promise<RowOf<'opportunities'>> {
  const [saved = opportunity] = await saveOpportunities(tx, [{ opportunity, patch }]);
  return saved;
}

/** Leaves one stage and enters another, keeping the attributes as they are now with the new stay. */
export async function saveStage(
  tx: Tx,
  opportunity: RowOf<'opportunities'>,
  to: { stageKey: string; probability: number; weightedMinor: number; reason: string | null; movement: boolean },
): Promise<RowOf<'opportunities'>> {
  await endStay(tx, opportunity.id);
  const saved = await saveOpportunity(tx, opportunity, {
    stageKey: to.stageKey,
    stageEnteredAt: tx.time.now(),
    probability: to.probability,
    probabilitySet: false,
    weightedMinor: to.weightedMinor,
    ...(to.movement ? { lastMovementAt: tx.time.now() } : {}),
  });
  await insertStay(tx, opportunity.id, saved, to.reason);
  return saved;
}

/** Ends the open stay of an opportunity. */
export async function endStay(tx: Tx, opportunityId: string): Promise<void> {
  await tx.run({
    text: 'update app.stage_stays set left_at = $3 where org_id = $1 and opportunity_id = $2 and left_at is null',
    values: [tx.orgId, opportunityId, tx.time.now()],
    name: 'stage_stays_end',
  });
}

/** Keeps a fact a gate may ask for. */
export async function insertEvidence(
  tx: Tx,
  opportunityId: string,
  kind: string,
  facts: Record<string, unknown>,
): Promise<void> {
  await tx.insert(stageEvidenceTable, [
    { id: tx.time.newId(), opportunityId, kind, at: tx.time.now(), byMember: tx.origin.actorId, facts },
  ]);
}
