import { Currency, type Why } from '@dealtrail/protocol/kernel';
import { type LeadImportField, leadFacts } from '@dealtrail/protocol/leads';
import { may } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { refreshStatistics } from '../../../kernel/db/refresh-statistics.ts';
import { importKind, type ImportRow, type ImportRun, type RowOutcome } from '../../../kernel/imports/import-kind.ts';
import { createMany } from './create-many.ts';
import { leadImportFields } from './import-fields.ts';
import { factsOf, type LeadFacts, noFacts } from './lead-facts.ts';
import { MetLeads } from './merge-rows.ts';
import { readBudget } from './read-budget.ts';
import { readDay } from './read-day.ts';

type Cells = Readonly<Partial<Record<LeadImportField, string>>>;

const reason = (key: string, params: Why['params'] = {}): Why => ({ key: `leads.import.${key}`, params });

/** What a spreadsheet makes of a long number: its last digits are gone. */
const ROUNDED = /^\d(\.\d+)?E\+?\d+$/i;

/** What a cell says in words, or why it does not fit the field. */
function textsOf(cells: Cells): { texts: Partial<LeadFacts>; faults: Why[] } {
  const texts: Record<string, string> = {};
  const faults: Why[] = [];
  for (const [name, cell] of Object.entries(cells)) {
    if (cell === '' || !(name in noFacts) || name === 'expectedPurchaseOn' || name === 'currency') continue;
    if (name === 'creditCode' && ROUNDED.test(cell.trim())) {
      faults.push(reason('credit_code_rounded', { cell: cell.slice(0, 40) }));
      continue;
    }
    const schema = name in leadFacts ? leadFacts[name as keyof typeof leadFacts] : leadFacts.campaign;
    if (schema.safeParse(cell).success) texts[name] = cell;
    else faults.push(reason('too_long', { field: name }));
  }
  return { texts, faults };
}

function budgetOf(cells: Cells): { budgetMinor: number | null; currency: string | null; faults: Why[] } {
  const { budget = '', budgetWan = '', currency = '' } = cells;
  const cell = budget || budgetWan;
  const told = currency === '' ? undefined : Currency.safeParse(currency.toUpperCase());
  const listed = told?.success ? told.data : null;
  const read = cell === '' ? undefined : readBudget(cell, listed, budget === '');
  return {
    budgetMinor: read?.minor ?? null,
    currency: listed ?? read?.currency ?? null,
    faults: [
      ...(cell !== '' && read === undefined ? [reason('budget_unreadable', { cell: cell.slice(0, 40) })] : []),
      ...(told?.success === false ? [reason('currency_unknown', { cell: currency.slice(0, 40) })] : []),
    ],
  };
}

/** A row that is read: its facts, and whether it goes into a pool. */
type Row = LeadFacts & { readonly wish?: 'pool' };

const meansPool = /^(公海|进公海|是|y|yes|true|1|pool)$/i;

/** Reads the cleaned cells of one row; what cannot be read is told, never guessed. */
export function prepareLead(cells: Cells): { readonly values: Row } | { readonly rejected: readonly Why[] } {
  const { texts, faults } = textsOf(cells);
  const { faults: moneyFaults, ...money } = budgetOf(cells);
  const { expectedPurchaseOn: date = '' } = cells;
  const day = date === '' ? undefined : readDay(date);
  const rejected = [
    ...faults,
    ...moneyFaults,
    ...(date !== '' && day === undefined ? [reason('date_unreadable', { cell: date.slice(0, 40) })] : []),
  ];
  if (rejected.length > 0) return { rejected };
  const facts = factsOf({ ...texts, ...money, expectedPurchaseOn: day ?? null });
  return { values: meansPool.test(cells.pool ?? '') ? { ...facts, wish: 'pool' } : facts };
}

/** What a trial met in earlier batches: their rows are gone, their keys are not. */
function metBefore({ notes }: ImportRun): MetLeads {
  const met = (notes.get('met') as MetLeads | undefined) ?? new MetLeads();
  notes.set('met', met);
  return met;
}

/** Rows after which the tables of a fresh organisation have grown so far that plans must be made anew. */
const FIRST_GROWTH = 200;

const doublings = ({ line }: ImportRow<unknown>): number => Math.floor(Math.log2(line / FIRST_GROWTH));

/** Around the 200th, 400th, 800th … line of a file the tables have about doubled, and the planner must know. */
async function keepPlansGood(tx: Tx, rows: readonly ImportRow<unknown>[]): Promise<void> {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first && last && doublings(last) > doublings(first)) await refreshStatistics(tx);
}

async function takeIn(tx: Tx, rows: readonly ImportRow<Row>[], run: ImportRun): Promise<RowOutcome[]> {
  const mayPool = may(run.actor, 'leads.release');
  const allowed = rows.filter(({ values }) => mayPool || values.wish === undefined);
  const taken = await takeAllowed(tx, allowed, run);
  return rows.map((row) =>
    allowed.includes(row) ? (taken.shift() as RowOutcome) : { rejected: [reason('pool_not_allowed')] },
  );
}

async function takeAllowed(tx: Tx, rows: readonly ImportRow<Row>[], run: ImportRun): Promise<RowOutcome[]> {
  const taken = await createMany(
    tx,
    {
      actor: run.actor,
      mode: 'merge',
      imported: true,
      leaveKnown: run.known === 'skip',
      ...(run.dryRun ? { trial: { met: metBefore(run) } } : {}),
    },
    rows.map(({ values: { wish, ...facts } }) => ({ facts, ...(wish ? { wish } : {}) })),
  );
  await keepPlansGood(tx, rows);
  return taken.map((row): RowOutcome => {
    if (row.outcome !== 'rejected') return row.outcome;
    return { rejected: row.faults.map(({ code }) => reason(code)) };
  });
}

/** Leads from files: known ones learn what they lack, the rest is taken in and given out by the rules. */
export const leadImports = importKind<Row>({
  kind: 'lead',
  permission: 'leads.import',
  fields: leadImportFields,
  // R16: whatever is chosen, a known lead keeps its owner.
  known: ['fill_blanks', 'skip'],
  prepare: prepareLead,
  takeIn,
});
