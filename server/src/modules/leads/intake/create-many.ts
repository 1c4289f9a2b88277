import { type Actor, reaches } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { tellAssigned, tellBatch, tellCreated } from '../events.ts';
import { isClosed } from '../lead-states.ts';
import type { SourceMap } from '../rules/source.ts';
import { holdIntake, insertLeads, lockLeads } from '../store/lead-store.ts';
import { type Match, matchQuery } from '../store/match-query.ts';
import { readSources } from '../store/source-store.ts';
import type { Given } from './distribution.ts';
import { giveOut } from './give-out.ts';
import { judgeFacts } from './judge-lead.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import { type Additions, mergeRows, MetLeads, type RowFate } from './merge-rows.ts';
import { newLead } from './new-lead.ts';
import { type LeadFault, type NormalLead, normaliseLead } from './normalise-lead.ts';
import { saveFacts } from './save-facts.ts';
import { startLeads } from './start-lead.ts';

/** A lead that comes in. */
export interface IntakeRow {
  readonly id?: string;
  readonly facts: LeadFacts;
  /** 归我 / 按规则; absent: a representative's own find stays. */
  readonly wish?: 'mine' | 'rules';
}

/** How leads come in. */
export interface Intake {
  readonly actor: Actor;
  /** `add` makes every sound row a lead and tells its matches; `merge` fills the blanks of leads known by a key. */
  readonly mode: 'add' | 'merge';
  /** True where leads known by a key stay as they are and learn nothing. */
  readonly leaveKnown?: boolean;
  /** True for files: nobody found these leads themselves, and each owner hears of the batch once. */
  readonly imported?: boolean;
  /** A trial takes no numbers; what it met in earlier batches is handed on, since their rows are gone again. */
  readonly trial?: { readonly met: MetLeads };
}

/** What became of a row. */
export type Taken =
  | { readonly outcome: 'created'; readonly id: string; readonly matches: readonly Match[] }
  | { readonly outcome: 'merged' | 'duplicate' }
  | { readonly outcome: 'rejected'; readonly faults: readonly LeadFault[] };

interface SoundRow {
  readonly normal: NormalLead;
  readonly row: IntakeRow;
}

async function numbersFor(tx: Tx, intake: Intake, count: number): Promise<string[]> {
  if (intake.trial) return Array.from({ length: count }, (_, i) => `TRIAL${i}`);
  return takeNumbers(tx, 'lead', tx.time.today(intake.actor.organization.zone), count);
}

/** Makes new leads, one statement a table: judged, owned, numbered, inserted, started, told. Returns their ids. */
async function make(tx: Tx, intake: Intake, rows: readonly SoundRow[], sources: SourceMap): Promise<string[]> {
  if (rows.length === 0) return [];
  const { actor, imported = false } = intake;
  const judged = rows.map(({ normal }) => judgeFacts(normal.facts, normal.sourceKey !== null, sources));
  const toGive = rows.map(({ normal, row }, i) => ({
    normal,
    judged: judged[i] as (typeof judged)[number],
    wish: row.wish,
  }));
  const given = await giveOut(tx, actor, toGive, imported);
  const numbers = await numbersFor(tx, intake, rows.length);
  const leads = rows.map(({ normal, row }, i) =>
    newLead({
      id: row.id ?? tx.time.newId(),
      number: numbers[i] ?? '',
      normal,
      judged: judged[i] as (typeof judged)[number],
      given: given[i] as Given,
      createdBy: actor.memberId,
      currency: actor.organization.currency,
      now: tx.time.now(),
    }),
  );
  await insertLeads(tx, leads);
  await start(tx, intake, leads);
  return leads.map(({ row }) => row.id);
}

/** Starts clocks and tasks of new leads and tells what happened. */
async function start(
  tx: Tx,
  { actor, imported = false }: Intake,
  leads: readonly ReturnType<typeof newLead>[],
): Promise<void> {
  const started = leads.map(({ row, head, given }) => ({
    id: row.id,
    title: head.title,
    ownerId: given.ownerId,
    intent: row.intent,
    priority: row.priority,
    complete: row.complete,
    fallback: given.how === 'fallback',
  }));
  const due = await startLeads(tx, started);
  for (const { row, given } of leads) {
    tellCreated(tx, { id: row.id, source: row.source ?? null }, actor.name, imported);
    tellAssigned(tx, row.id, given, given.how, imported);
  }
  if (!imported) return;
  tellBatch(
    tx,
    started.map(({ id, ownerId }) => ({ leadId: id, ownerId, dueAt: due.get(id) ?? tx.time.now() })),
  );
}

/** Fills the blanks of known leads and makes the rest; tells what became of each row. */
async function merge(
  tx: Tx,
  intake: Intake,
  rows: readonly SoundRow[],
  matches: readonly Match[],
  sources: SourceMap,
): Promise<Taken[]> {
  const met = intake.trial?.met ?? new MetLeads();
  met.noteMatches(matches);
  const known = await lockLeads(
    tx,
    matches.filter(({ recordKind }) => recordKind === 'lead').map(({ recordId }) => recordId),
  );
  const open = new Map(
    known
      .filter((lead) => !isClosed(lead.state) && reaches(intake.actor, 'leads.update', lead))
      .map((lead) => [lead.id, lead]),
  );
  const { fates, additions } = mergeRows(
    rows.map(({ normal }) => normal),
    met,
    intake.leaveKnown ? undefined : (leadId) => open.get(leadId),
  );
  await learn(tx, additions, open, sources);
  const drafts = rows.flatMap(({ row }, i) => {
    const fate = fates[i];
    return fate?.fate === 'create' ? [{ row, normal: fate.draft.normal }] : [];
  });
  const ids = await make(tx, intake, drafts, sources);
  return fates.map((fate) => takenOf(fate, () => ids.shift() ?? ''));
}

async function learn(
  tx: Tx,
  additions: Additions,
  open: ReadonlyMap<string, Parameters<typeof saveFacts>[1]>,
  sources: SourceMap,
): Promise<void> {
  for (const [leadId, learned] of additions) {
    const lead = open.get(leadId);
    if (!lead) continue;
    await saveFacts(tx, lead, { ...factsOf(lead), ...learned }, sources);
    tx.publish({ type: 'leads.updated', recordId: leadId, data: { fields: Object.keys(learned), merged: true } });
  }
}

const takenOf = ({ fate }: RowFate, nextId: () => string): Taken =>
  fate === 'create' ? { outcome: 'created', id: nextId(), matches: [] } : { outcome: fate };

async function add(
  tx: Tx,
  intake: Intake,
  rows: readonly SoundRow[],
  matches: readonly Match[],
  sources: SourceMap,
): Promise<Taken[]> {
  const ids = await make(tx, intake, rows, sources);
  return rows.map(({ normal }, i) => ({
    outcome: 'created',
    id: ids[i] ?? '',
    matches: matches.filter(({ matchKind, key }) =>
      normal.keys.some((own) => own.kind === matchKind && own.key === key),
    ),
  }));
}

/**
 * Takes leads in: the one core of form, API, file and automation. Each row is normalised, matched, judged, given an
 * owner, numbered, kept and started; about a dozen statements however many rows. A row that cannot be kept is rejected
 * with its faults and stops no other.
 */
export async function createMany(tx: Tx, intake: Intake, rows: readonly IntakeRow[]): Promise<Taken[]> {
  if (intake.mode === 'merge') await holdIntake(tx);
  const sources = await readSources(tx);
  const read = rows.map((row) => ({ row, ...normaliseLead(row.facts, sources) }));
  const sound = read.flatMap(({ row, lead, faults }) => (faults.length === 0 ? [{ row, normal: lead }] : []));
  const keys = sound.flatMap(({ normal }) => normal.keys);
  const matches = keys.length > 0 ? await tx.many(matchQuery(tx.orgId, keys)) : [];
  const taken =
    intake.mode === 'add'
      ? await add(tx, intake, sound, matches, sources)
      : await merge(tx, intake, sound, matches, sources);
  return read.map(
    ({ faults }): Taken => (faults.length > 0 ? { outcome: 'rejected', faults } : (taken.shift() as Taken)),
  );
}
