import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { numberPatterns } from '../../../kernel/numbering/numbering.ts';
import { formatNumber, patternFaults, periodStart } from '../../../kernel/numbering/rules/number-pattern.ts';
import { patternsMeet } from '../../../kernel/numbering/rules/patterns-meet.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import { ownPatternsQuery, savePattern } from '../store/number-pattern-store.ts';
import { numberPatternsTable } from '../tables.ts';

type Row = RowOf<'number_patterns'>;

const shipped: Readonly<Record<string, string>> = numberPatterns;

/** How each kind of object is numbered, with the number that would come next on a day. */
async function patternsOn(source: RowSource, day: string): Promise<protocol.NumberPattern[]> {
  const own = await source.many(ownPatternsQuery(source.orgId));
  const facts = Object.entries(shipped).map(([kind, pattern]) => {
    const row = own.find((each) => each.kind === kind);
    return { kind, shipped: pattern, pattern: row?.pattern ?? pattern, version: row?.version ?? 0 };
  });
  const counters = await source.many(sql<{ kind: string; day: string; next: number }>`
    select n.kind, n.day::text as day, n.next from seen.numbers n where n.org_id = ${source.orgId}::uuid
      and (n.kind, n.day) in (${sql.join(
        facts.map(({ kind, pattern }) => sql`(${kind}, ${periodStart(pattern, day)}::date)`),
      )})`);
  return facts.map((fact) => {
    const counter = counters.find(({ kind }) => kind === fact.kind);
    return { ...fact, next: formatNumber(fact.pattern, day, (counter?.next ?? 0) + 1) };
  });
}

/** How each kind of object is numbered. */
export const listNumberPatterns = handleRead(protocol.listNumberPatterns, async ({ actor, read, time }) => ({
  items: await patternsOn(read, time.today(actor.organization.zone)),
}));

/** Every pattern that made or makes numbers. */
function usedPatterns(own: readonly Row[]): { kind: string; pattern: string }[] {
  return Object.entries(shipped).flatMap(([kind, pattern]) => {
    const row = own.find((one) => one.kind === kind);
    return (row ? [row.pattern, ...row.former] : [pattern]).map((each) => ({ kind, pattern: each }));
  });
}

/** A pattern without the width of its counter. */
const anyWidth = (pattern: string): string => pattern.replace(/\{n+\}/, '{n}');

/** Refuses a pattern that could make a number which another kind, or an earlier pattern, has made or will make. */
function refuseMeeting(own: readonly Row[], kind: string, pattern: string): void {
  const met = usedPatterns(own).find((used) => {
    // With another width the counter goes on where it is, so it never comes back to a number of its own.
    if (used.kind === kind && anyWidth(used.pattern) === anyWidth(pattern)) return false;
    return patternsMeet(used.pattern, pattern);
  });
  if (met) throw problem('number_pattern_meets', { params: { pattern: met.pattern } });
}

async function lockPattern(tx: Tx, kind: string, version: number): Promise<Row | undefined> {
  const row = await tx.lock(numberPatternsTable, { kind });
  if ((row?.version ?? 0) !== version) throw problem('stale_version', { current: { version: row?.version ?? 0 } });
  return row;
}

/** Changes how a kind of object is numbered from its next one on. */
export const saveNumberPattern = handle(protocol.saveNumberPattern, async ({ actor, tx, input, time }) => {
  const { kind, pattern } = input;
  const present = shipped[kind];
  if (present === undefined) throw problem('number_kind_unknown');
  const [fault] = patternFaults(pattern);
  if (fault) throw fieldProblem('pattern', fault, pattern);
  const row = await lockPattern(tx, kind, input.version);
  const used = row?.pattern ?? present;
  refuseMeeting(await tx.many(ownPatternsQuery(tx.orgId)), kind, pattern);
  const former = [...new Set([used, ...(row?.former ?? [])])].filter((each) => each !== pattern);
  if (pattern !== used) await savePattern(tx, row, { kind, pattern, former });
  return { items: await patternsOn(tx, time.today(actor.organization.zone)) };
});
