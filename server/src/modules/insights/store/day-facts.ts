import { sql } from 'kysely';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import type { Actor } from '../../../kernel/access/index.ts';
import { clocksByIds } from '../../../kernel/clocks/index.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { presentTask, tasksByIds } from '../../activities/index.ts';
import { customerBriefsQuery } from '../../customers/index.ts';
import { leadBriefsQuery } from '../../leads/index.ts';
import { opportunityBriefsQuery } from '../../opportunities/index.ts';
import type { Around } from '../present.ts';
import type { DayLine } from './day-query.ts';

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): Map<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const given = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Query for the heads of records of later chapters, which this one knows by number and title alone. */
function otherHeads(actor: Actor, registry: Registry, ids: readonly string[]) {
  return sql<{ id: string; kind: string; title: string }>`
    select r.id, r.kind, r.title from seen.records r
    where r.org_id = ${actor.orgId}::uuid and r.id = any(${[...ids]}::uuid[])
      and r.kind not in ('lead', 'opportunity', 'customer') and ${visibleHead(actor, registry, 'r')}`;
}

/** Reads in one flight what stands around lines of work, as far as the actor may see it. */
export async function readAround(
  read: Reader,
  actor: Actor,
  lines: readonly Pick<DayLine, 'clockId' | 'taskId' | 'recordId'>[],
  { now, registry }: { readonly now: Date; readonly registry: Registry },
): Promise<Omit<Around, 'stages'>> {
  const records = given(lines.map(({ recordId }) => recordId));
  const [clocks, tasks, leads, opportunities, customers, others] = await read.all([
    clocksByIds(actor.orgId, given(lines.map(({ clockId }) => clockId)), now),
    tasksByIds(actor.orgId, given(lines.map(({ taskId }) => taskId))),
    leadBriefsQuery(actor, records),
    opportunityBriefsQuery(actor, records),
    customerBriefsQuery(actor, records),
    otherHeads(actor, registry, records),
  ]);
  return {
    clocks: byId(clocks),
    tasks: byId(tasks.map(presentTask)),
    leads: byId(leads),
    opportunities: byId(opportunities),
    customers: byId(customers),
    others: byId(others),
  };
}
