import { type Actor, maskEmail, maskPhone, reaches, visible } from '../access/index.ts';
import { streamRows, type TextRow } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { everyRow } from '../lists/index.ts';
import type { Cell } from '../sheets/index.ts';
import { type ExportColumn, type ExportKind, isContact } from './export-kind.ts';
import type { Export } from './export-view.ts';
import { type CellContext, cellOf, textSql } from './rules/cell.ts';

/** Rows taken from the cursor at once. */
const PIECE = 1_000;

/** What an export has met on its way. */
export interface Met {
  readonly ids: string[];
  /** Records whose contact data stood clear. */
  readonly revealed: string[];
}

/** An export at work: who ordered it, with the rights they have now, and what it has met. */
export interface ExportWork {
  readonly row: Export;
  readonly kind: ExportKind;
  readonly actor: Actor;
  readonly services: Services;
  readonly met: Met;
  /** Called after every piece; what it throws ends the reading. */
  readonly onPiece: (met: Met) => Promise<void>;
}

/** The chosen columns in the order they were asked for. */
export function chosenColumns({ row, kind }: Pick<ExportWork, 'row' | 'kind'>): ExportColumn[] {
  return row.columns.flatMap((name) => kind.columns.find((column) => column.name === name) ?? []);
}

function statementFor({ row, kind, actor, services }: ExportWork, columns: readonly ExportColumn[]) {
  const { alias } = kind.list;
  const selected = [
    ...['id', 'owner_id', 'department_id'].map((name) => `${alias}.${name}::text`),
    ...columns.map(({ sql, form }) => textSql(sql, form)),
  ];
  const choice = {
    ...(row.filter === null ? {} : { filter: row.filter }),
    ...(row.q === null ? {} : { q: row.q }),
    ...(row.sort === null ? {} : { sort: row.sort }),
  };
  const within = visible(actor, kind.permission, alias);
  return everyRow({ actor, time: services.time }, kind.list, choice, selected.join(', '), within);
}

/** The rows of an export as cells, read as of one moment through a cursor. */
export async function* rowsFor(work: ExportWork): AsyncGenerator<Cell[]> {
  const { row, kind, actor, services, met } = work;
  const columns = chosenColumns(work);
  const contacts = columns.flatMap((column, at) => (isContact(column) ? [at] : []));
  const context: CellContext = {
    locale: row.locale,
    words: services.registry.messages[row.locale],
    maskPhone,
    maskEmail,
  };
  const reveal = row.clear ? kind.reveal?.permission : undefined;
  const cellsOf = ([id = '', ownerId = null, departmentId = null, ...texts]: TextRow): Cell[] => {
    const clear = reveal !== undefined && reaches(actor, reveal, { id: id ?? '', ownerId, departmentId });
    if (clear && contacts.some((at) => texts[at])) met.revealed.push(id ?? '');
    met.ids.push(id ?? '');
    return columns.map(({ form = 'text' }, at) => cellOf(texts[at] ?? null, form, clear, context));
  };
  for await (const piece of streamRows(services.database, actor.orgId, statementFor(work, columns), PIECE)) {
    for (const texts of piece) yield cellsOf(texts);
    await work.onPiece(met);
  }
}
