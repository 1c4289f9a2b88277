import type { Filter, ListQuery, Total } from '@dealtrail/protocol/kernel';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../access/index.ts';
import { fragment, PlanNames, type Statement, statementOf } from '../db/index.ts';
import {
  type CompiledSort,
  compileFilter,
  compileSort,
  type CursorScope,
  decodeCursor,
  encodeCursor,
  parseFilter,
} from '../filters/index.ts';
import type { Services } from '../house/services.ts';
import type { Reader } from '../http/reader.ts';
import type { Time } from '../time/time.ts';
import { filterContext, searched, visibleRows } from './conditions.ts';
import { type AnyList, type ListSpec, type Place, placed } from './list-spec.ts';
import { refusing } from './refuse.ts';
import { type SqlPiece, SqlText } from './sql-text.ts';

const USUAL_LIMIT = 50;
/** Plans of lists one process asks PostgreSQL to keep on each connection. */
const plans = new PlanNames('l', 300);
/** Rows a capped total counts: beyond, a person needs no number. */
const COUNTED = 10_000;

/** Where a list is asked from: the context of a reading verb. */
export interface ListContext {
  readonly actor: Actor;
  readonly read: Reader;
  readonly time: Time;
  readonly services: Pick<Services, 'accounts'> & Partial<Pick<Services, 'registry'>>;
}

/** Who asks, where only rows are chosen: the registry is needed by lists of rows on records of many kinds. */
type Asker = Pick<ListContext, 'actor' | 'time'> & { readonly services?: Partial<Pick<Services, 'registry'>> };

/** A caller's filter to be joined with further ones; `filter_refused` when it is none. */
export function filterOf(text: string): Filter {
  return refusing(() => parseFilter(text));
}

/** One page of a list. */
export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
  readonly total?: Total;
}

interface Asking {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: string;
  readonly kinds: Services['registry']['kinds'] | undefined;
}

function askingOf({ actor, time, services }: Asker): Asking {
  return { actor, now: time.now(), today: time.today(actor.organization.zone), kinds: services?.registry?.kinds };
}

function valueOf(place: Place, { actor, now, today }: Asking): unknown {
  const values: Record<Place, unknown> = { now, today, me: actor.memberId, zone: actor.organization.zone };
  return values[place];
}

/** A caller's choice of rows; the filter as text or read already. */
interface Chosen {
  readonly filter?: string | Filter | undefined;
  readonly q?: string | undefined;
}

function conditions(spec: AnyList, asking: Asking, { filter, q }: Chosen): SqlPiece[] {
  const { actor, now, today } = asking;
  const pieces: SqlPiece[] = [visibleRows(spec, actor, asking.kinds)];
  if (filter !== undefined) {
    const { sql, parameters } = refusing(() =>
      compileFilter(
        typeof filter === 'string' ? parseFilter(filter) : filter,
        spec.fields,
        filterContext(spec, actor, now, today),
        { alias: spec.alias },
      ),
    );
    pieces.push({ text: sql, values: parameters });
  }
  if (q) pieces.push(searched(spec, actor, q));
  return pieces;
}

/** `select … from … where …` of a list, its declared SQL with the braces filled. */
function selecting(spec: AnyList, asking: Asking, selected: string, pieces: readonly SqlPiece[]): SqlText {
  const { text, places } = placed(`select ${selected} from ${spec.source} where `);
  const statement = new SqlText().piece({ text, values: places.map((place) => valueOf(place, asking)) });
  pieces.forEach((piece, i) => statement.plain(i === 0 ? '' : ' and ').piece(piece));
  return statement;
}

function sortOf(spec: AnyList, { actor, now, today }: Asking, asked: string | undefined): CompiledSort {
  return refusing(() =>
    compileSort(asked ?? spec.defaultSort, spec.fields, filterContext(spec, actor, now, today), { alias: spec.alias }),
  );
}

/** The sorted value in a form that reads back exactly: instants to the microsecond, numbers as decimal text. */
function keyOf(sort: CompiledSort): string {
  const column = sort.orderBy.slice(0, sort.orderBy.indexOf(sort.descending ? ' desc' : ','));
  if (sort.field.kind === 'instant') return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  return `${column}::text`;
}

function named(text: SqlText): Statement {
  const name = plans.of(text.text);
  return { text: text.text, values: text.values, ...(name === undefined ? {} : { name }) };
}

function pageStatement(
  spec: AnyList,
  asking: Asking,
  pieces: readonly SqlPiece[],
  sort: CompiledSort,
  limit: number,
): Statement {
  const inner = selecting(spec, asking, `${spec.item} as item, ${keyOf(sort)} as key`, pieces);
  // One row more than asked tells whether there is a next page.
  inner.plain(` order by ${sort.orderBy} limit `).piece({ text: '$1::int', values: [limit + 1] });
  const outer = new SqlText();
  outer.plain(`select coalesce(json_agg(page.item), '[]')::text as items, (array_agg(page.key))`);
  outer
    .piece({ text: '[$1::int]', values: [limit] })
    .plain(' as key from (')
    .piece(inner)
    .plain(') page');
  return named(outer);
}

function totalStatement(spec: AnyList, asking: Asking, pieces: readonly SqlPiece[], exact: boolean): Statement {
  const counted = selecting(spec, asking, '1', pieces);
  if (!exact) counted.piece({ text: ' limit $1::int', values: [COUNTED + 1] });
  return named(new SqlText().plain('select count(*) as count from (').piece(counted).plain(') counted'));
}

function totalOf(count: number, asked: 'capped' | 'exact'): Total {
  return asked === 'exact' || count <= COUNTED ? { count, exact: true } : { count: COUNTED, exact: false };
}

interface PageRow {
  readonly items: string;
  readonly key: string | null;
}

/**
 * One page of a list in one flight: the rows the actor may see in the asked order and where to go on; how many there
 * are only where `total` asks. Refused: `filter_refused` for a filter or sort that cannot be used, `cursor_invalid` for a
 * foreign cursor.
 */
export async function listQuery<Row extends { id: string }>(
  context: ListContext,
  spec: ListSpec<Row>,
  input: ListQuery,
  within?: RawBuilder<boolean>,
): Promise<Page<Row>> {
  const asking = askingOf(context);
  const { actor } = asking;
  const { limit = USUAL_LIMIT, q, cursor, total } = input;
  const filter = input.filter === undefined ? undefined : filterOf(input.filter);
  const sort = sortOf(spec, asking, input.sort);
  const chosen = [...conditions(spec, asking, { filter, q }), ...(within ? [statementOf(within)] : [])];
  const scope: CursorScope = {
    orgId: actor.orgId,
    userId: actor.memberId,
    list: spec.list,
    filter,
    q,
    sort: sort.text,
  };
  const secret = context.services.accounts.cursorKey;
  const paged = [...chosen];
  if (cursor !== undefined) {
    const { sql, parameters } = sort.after(refusing(() => decodeCursor(cursor, scope, secret)));
    paged.push({ text: sql, values: parameters });
  }
  const asked = [
    ...(limit > 0 ? [pageStatement(spec, asking, paged, sort, limit)] : []),
    ...(total ? [totalStatement(spec, asking, chosen, total === 'exact')] : []),
  ];
  const answers = asked.length > 0 ? await context.read.all(asked) : [];
  const [page] = (limit > 0 ? answers[0] : []) as PageRow[];
  const [counted] = (total ? answers.at(-1) : []) as { count: number }[];
  const items = JSON.parse(page?.items ?? '[]') as Row[];
  const more = items.length > limit;
  if (more) items.length = limit;
  const last = items.at(-1);
  return {
    items,
    nextCursor:
      more && last && page?.key != null ? encodeCursor({ value: page.key, id: last.id }, scope, secret) : null,
    ...(total && counted ? { total: totalOf(counted.count, total) } : {}),
  };
}

/**
 * The rows of a list as one condition over its `from` and the head `r`, for sums and boards over the same choice:
 * visible, not deleted, within filter and text.
 */
export function listCondition(
  context: Asker,
  spec: AnyList,
  choice: Pick<ListQuery, 'filter' | 'q'>,
): RawBuilder<boolean> {
  const whole = new SqlText();
  conditions(spec, askingOf(context), choice).forEach((piece, i) => whole.plain(i === 0 ? '' : ' and ').piece(piece));
  return fragment(whole.text, whole.values);
}

/** A caller's choice of rows, in an order. */
type Choice = Pick<ListQuery, 'filter' | 'q' | 'sort'>;

/** Every row of a choice in its order as one statement, for a reader that takes it piece by piece; `selected` is SQL. */
export function everyRow(
  context: Asker,
  spec: AnyList,
  choice: Choice,
  selected: string,
  within: RawBuilder<boolean>,
): Statement {
  const asking = askingOf(context);
  const sort = sortOf(spec, asking, choice.sort);
  const pieces = [...conditions(spec, asking, choice), statementOf(within)];
  const { text, values } = selecting(spec, asking, selected, pieces).plain(` order by ${sort.orderBy}`);
  return { text, values };
}

/** How many rows a choice has, exactly, as `rows`. */
export function countRows(context: Asker, spec: AnyList, choice: Choice, within: RawBuilder<boolean>): Statement {
  const asking = askingOf(context);
  sortOf(spec, asking, choice.sort);
  const pieces = [...conditions(spec, asking, choice), statementOf(within)];
  const { text, values } = selecting(spec, asking, 'count(*)::int as rows', pieces);
  return { text, values };
}
