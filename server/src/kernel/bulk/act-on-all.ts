import type { Why } from '@dealtrail/protocol/kernel';
import { problem, ProblemError } from '../http/problem.ts';
import type { BulkOutcome, BulkSubject } from './bulk-kind.ts';

/** The records of an act as they were locked, and those of them the actor sees. */
export interface Chosen<Row> {
  readonly ids: readonly string[];
  readonly rows: readonly Row[];
  readonly subjects: readonly Pick<BulkSubject, 'id' | 'allowed'>[];
}

/** What judging one record says: the change it is to get, or why there is none. */
export type Judged<Change> = { readonly change: Change } | 'unchanged' | { readonly refused: Why };

/** What saving one change brought. */
export type Changed = Extract<BulkOutcome, { changed: unknown }>['changed'];

const told = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A refusal as the reason why one record stays as it is. */
function reasonOf({ code, facts }: ProblemError): Why {
  const key = code === 'not_found' || code === 'not_allowed' ? `bulk.why.${code}` : `problem.${code}`;
  const params = Object.entries(facts.params ?? {}).filter((entry): entry is [string, string | number] =>
    told(entry[1]),
  );
  return { key, params: Object.fromEntries(params) };
}

function isChange<Change>(one: Judged<Change>): one is { readonly change: Change } {
  return typeof one === 'object' && 'change' in one;
}

/** Says what becomes of one record without writing anything; may refuse it with a problem. */
export type Judge<Row, Change> = (row: Row) => Judged<Change> | Promise<Judged<Change>>;

/** Does one record's part; what refuses it before it writes is its outcome and costs the others nothing. */
export async function eachOnItsOwn<const Outcome>(
  work: () => Outcome | Promise<Outcome>,
): Promise<Outcome | { refused: Why }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProblemError) return { refused: reasonOf(error) };
    throw error;
  }
}

async function judgeOne<Row, Change>(
  row: Row | undefined,
  allowed: boolean | undefined,
  judge: Judge<Row, Change>,
): Promise<Judged<Change>> {
  return eachOnItsOwn(() => {
    if (row === undefined || allowed === undefined) throw problem('not_found');
    if (!allowed) throw problem('not_allowed');
    return judge(row);
  });
}

/**
 * Judges each record of an act on its own, so that what refuses one costs the others nothing, and saves those that change
 * in one batch; `save` returns what became of each change, in order.
 */
export async function actOnAll<Row extends { readonly id: string }, Change>(
  { ids, rows, subjects }: Chosen<Row>,
  judge: Judge<Row, Change>,
  save: (changes: readonly Change[]) => Promise<readonly Changed[]>,
): Promise<BulkOutcome[]> {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  const allowed = new Map(subjects.map((subject) => [subject.id, subject.allowed]));
  const judged: Judged<Change>[] = [];
  for (const id of ids) judged.push(await judgeOne(rowOf.get(id), allowed.get(id), judge));
  const saved = [...(await save(judged.flatMap((one) => (isChange(one) ? [one.change] : []))))];
  return judged.map((one) => (isChange(one) ? { changed: saved.shift() as Changed } : one));
}

/** Why an act on a record is not taken back: somebody changed it since. */
export const changedSince = { refused: { key: 'bulk.why.changed_since', params: {} } } as const;
