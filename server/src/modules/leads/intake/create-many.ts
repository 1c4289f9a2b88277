import { type Actor, reaches } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { takeNumbers } from '../../../kernel/numbering/numbering.ts';
import { tellAssigned, tellBatch, tellCreated, tellTouched } from '../events.ts';
import { campaignsMeantBy } from '../../campaigns/index.ts';
import { duplicates } from '../../customers/index.ts';
import { isClosed } from '../lead-states.ts';
import { holdIntake, insertLeads, type LeadRow, lockLeads } from '../store/lead-store.ts';
import { insertGifts } from '../store/giving/gift-store.ts';
import { matchQuery } from '../store/match-query.ts';
import { type IntakeRules, readIntakeRules } from '../judging/intake-rules.ts';
import { insertTouches, type NewTouch } from '../store/touch-store.ts';
import { startPooled } from './start-pooled.ts';
import { giveOut } from './give-out.ts';
import { judgeFacts } from './judge-lead.ts';
import { blanksFilledBy, factsOf, type LeadFacts } from './lead-facts.ts';
import { type Additions, identifying, mergeRows, MetLeads, type RowFate } from './merge-rows.ts';
import { newLead, type NewLeadParts } from './new-lead.ts';
import { type LeadFault, type NormalLead, normaliseLead } from './normalise-lead.ts';
import { saveFacts } from './save-facts.ts';
import { startScreened } from './screen-lead.ts';
import { startLeads } from './start-lead.ts';

/** A lead that comes in. */
export interface IntakeRow {
  readonly id?: string;
  readonly facts: LeadFacts;
  /** 归我 / 按规则 / 进公海; absent: a representative's own find stays. */
  readonly wish?: 'mine' | 'rules' | 'pool';
  /** 待补充 ticked by a person. */
  readonly markedIncomplete?: boolean;
}

/** What becomes of a row whose matches are known: it is made, or joins the lead it is. */
export interface Decision {
  readonly hits: readonly duplicates.JudgedHit[];
  readonly joins?: string;
}

/** How leads come in. */
export interface Intake {
  readonly actor: Actor;
  /** `add` lets `decide` say of every sound row what its matches mean; `merge` fills the blanks of leads known by a key. */
  readonly mode: 'add' | 'merge';
  readonly decide?: (hits: readonly duplicates.JudgedHit[]) => Promise<Decision>;
  /** True where leads known by a key stay as they are and learn nothing. */
  readonly leaveKnown?: boolean;
  /** How a lead that is joined was touched again, where it was not by the actor. */
  readonly via?: NewTouch['via'];
  /** True for files: nobody found these leads themselves, and each owner hears of the batch once. */
  readonly imported?: boolean;
  /** A trial takes no numbers; what it met in earlier batches is handed on, since their rows are gone again. */
  readonly trial?: { readonly met: MetLeads };
}

/** The lead a row became or joined, and what else it may be. */
export interface Entered {
  readonly id: string;
  readonly hits: readonly duplicates.JudgedHit[];
}

/** What became of a row. */
export type Taken =
  | ({ readonly outcome: 'created' } & Entered)
  | { readonly outcome: 'merged' | 'duplicate'; readonly joined?: Entered }
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
async function make(tx: Tx, intake: Intake, rows: readonly SoundRow[], sources: IntakeRules): Promise<string[]> {
  if (rows.length === 0) return [];
  const { actor, imported = false } = intake;
  const judged = rows.map(({ normal, row }) =>
    judgeFacts(normal.facts, normal.sourceKey !== null, sources, row.markedIncomplete),
  );
  const toGive = rows.map(({ normal, row }, i) => ({
    normal,
    judged: judged[i] as (typeof judged)[number],
    wish: row.wish,
  }));
  const given = await giveOut(tx, actor, toGive, { imported, sources });
  const numbers = await numbersFor(tx, intake, rows.length);
  const campaignOf = await campaignsMeantBy(
    tx,
    rows.map(({ normal }) => normal.facts.campaign),
  );
  const leads = rows.map(({ normal, row }, i) =>
    newLead({
      id: row.id ?? tx.time.newId(),
      number: numbers[i] ?? '',
      normal,
      judged: judged[i] as (typeof judged)[number],
      given: given[i] as NewLeadParts['given'],
      markedIncomplete: row.markedIncomplete ?? false,
      campaignId: campaignOf(normal.facts.campaign),
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
  const started = leads.flatMap(({ row, head, given }) =>
    given.how === 'pool' || given.how === 'screening'
      ? []
      : {
          id: row.id,
          title: head.title,
          ownerId: given.ownerId,
          intent: row.intent,
          priority: row.priority,
          complete: row.complete,
          fallback: given.how === 'fallback',
        },
  );
  const due = await startLeads(tx, started, { noneOpen: true });
  for (const { row, given } of leads) {
    tellCreated(tx, { id: row.id, source: row.source ?? null }, actor.name, imported);
    if (given.how !== 'pool' && given.how !== 'screening') tellAssigned(tx, row.id, given, given.how, imported);
  }
  await insertGifts(
    tx,
    tx.time.today(actor.organization.zone),
    leads.flatMap(({ row, given }) =>
      given.how === 'rule' && given.ruleId !== null
        ? [{ leadId: row.id, ruleId: given.ruleId, memberId: given.ownerId }]
        : [],
    ),
  );
  await startPooled(tx, actor, leads);
  await startScreened(tx, leads, imported);
  if (!imported) return;
  tellBatch(
    tx,
    started.map(({ id, ownerId, fallback }) => ({
      leadId: id,
      ownerId,
      dueAt: due.get(id) ?? tx.time.now(),
      fallback,
    })),
  );
}

/** Fills the blanks of known leads and makes the rest; tells what became of each row. */
async function merge(tx: Tx, intake: Intake, rows: readonly SoundRow[], sources: IntakeRules): Promise<Taken[]> {
  const keys = rows.flatMap(({ normal }) => identifying(normal.keys));
  const matches = keys.length > 0 ? await tx.many(matchQuery(tx.orgId, keys)) : [];
  const met = intake.trial?.met ?? new MetLeads();
  met.noteMatches(matches);
  const known = await lockLeads(
    tx,
    matches.map(({ leadId }) => leadId),
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
  await insertTouches(tx, touchesOf(rows, fates, open));
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
  open: ReadonlyMap<string, LeadRow>,
  sources: IntakeRules,
): Promise<void> {
  const learning = [...additions].flatMap(([leadId, learned]) => {
    const lead = open.get(leadId);
    return lead ? [{ lead, facts: { ...factsOf(lead), ...learned }, learned }] : [];
  });
  await saveFacts(tx, learning, sources);
  for (const { lead, learned } of learning)
    tx.publish({ type: 'leads.updated', recordId: lead.id, data: { fields: Object.keys(learned), merged: true } });
}

/** A known lead that a file names under another source came again through it; the same file again adds nothing. */
function touchesOf(
  rows: readonly SoundRow[],
  fates: readonly RowFate[],
  open: ReadonlyMap<string, LeadRow>,
): NewTouch[] {
  const touches = rows.flatMap(({ normal }, i): NewTouch[] => {
    const fate = fates[i];
    const lead = fate && 'leadId' in fate && fate.leadId !== null ? open.get(fate.leadId) : undefined;
    if (!lead || normal.facts.source === null || [lead.source, lead.lastSource].includes(normal.facts.source))
      return [];
    return [touchBy(lead.id, normal, 'import')];
  });
  return [...new Map(touches.map((touch) => [`${touch.leadId} ${touch.source}`, touch])).values()];
}

const touchBy = (leadId: string, { facts, sourceKey, sourceText }: NormalLead, via: NewTouch['via']): NewTouch => ({
  leadId,
  source: facts.source,
  sourceText,
  sourceListed: sourceKey !== null,
  via,
  campaign: facts.campaign,
  note: facts.need,
});

const takenOf = ({ fate }: RowFate, nextId: () => string): Taken =>
  fate === 'create' ? { outcome: 'created', id: nextId(), hits: [] } : { outcome: fate };

/** Adds what a row tells to the blanks of the lead it is, and the touch it came by. */
async function join(tx: Tx, intake: Intake, leadId: string, normal: NormalLead, sources: IntakeRules): Promise<void> {
  const [lead] = await lockLeads(tx, [leadId]);
  if (!lead) throw new Error('a lead that was just found is gone');
  const learned = blanksFilledBy(factsOf(lead), normal.facts);
  if (Object.keys(learned).length > 0)
    await learn(tx, new Map([[leadId, learned]]), new Map([[leadId, lead]]), sources);
  await insertTouches(tx, [touchBy(leadId, normal, intake.via ?? (intake.actor.via === 'key' ? 'api' : 'person'))]);
  tellTouched(tx, leadId, intake.actor.name, normal.sourceText);
}

async function add(tx: Tx, intake: Intake, rows: readonly SoundRow[], sources: IntakeRules): Promise<Taken[]> {
  const keys = rows.flatMap(({ normal }) => normal.keys);
  const candidates = keys.length > 0 ? await tx.many(duplicates.candidateQuery(intake.actor, keys)) : [];
  const decisions: Decision[] = [];
  for (const { normal } of rows) {
    const hits = duplicates.judgeCandidates(normal.keys, candidates);
    decisions.push((await intake.decide?.(hits)) ?? { hits });
  }
  const ids = await make(
    tx,
    intake,
    rows.filter((_, i) => decisions[i]?.joins === undefined),
    sources,
  );
  const taken: Taken[] = [];
  for (const [i, { normal }] of rows.entries()) {
    const { hits = [], joins } = decisions[i] ?? {};
    if (joins === undefined) taken.push({ outcome: 'created', id: ids.shift() ?? '', hits });
    else {
      await join(tx, intake, joins, normal, sources);
      taken.push({ outcome: 'merged', joined: { id: joins, hits } });
    }
  }
  return taken;
}

/**
 * Takes leads in: the one core of form, API, file and automation. Each row is normalised, matched, judged, given an
 * owner, numbered, kept and started; about a dozen statements however many rows. A row that cannot be kept is rejected
 * with its faults and stops no other.
 */
export async function createMany(tx: Tx, intake: Intake, rows: readonly IntakeRow[]): Promise<Taken[]> {
  if (intake.mode === 'merge') await holdIntake(tx);
  const sources = await readIntakeRules(tx);
  const read = rows.map((row) => ({ row, ...normaliseLead(row.facts, sources) }));
  const sound = read.flatMap(({ row, lead, faults }) => (faults.length === 0 ? [{ row, normal: lead }] : []));
  const taken = intake.mode === 'add' ? await add(tx, intake, sound, sources) : await merge(tx, intake, sound, sources);
  return read.map(
    ({ faults }): Taken => (faults.length > 0 ? { outcome: 'rejected', faults } : (taken.shift() as Taken)),
  );
}
