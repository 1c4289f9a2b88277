import * as protocol from '@dealtrail/protocol/insights';
import type { Answer, Filter } from '@dealtrail/protocol/kernel';
import { handleRead } from '../../../kernel/http/handle.ts';
import { createdIn, drillOf, isConverted } from '../rules/drill.ts';
import { gapStretches, stretchFilters, stretchOf, touchStretches } from '../rules/pace.ts';
import { medianOfSome, perMille } from '../rules/rates.ts';
import { type PaceRow, paceQuery } from '../store/pace-query.ts';
import { type Asked, askedPeriod } from './asked-period.ts';

const sum = (rows: readonly PaceRow[], count: 'leads' | 'converted'): number =>
  rows.reduce((total, row) => total + row[count], 0);

const rateOf = (converted: number, leads: number): number | null => {
  const tenths = perMille(converted, leads);
  return tenths === undefined ? null : tenths / 10;
};

/** One group a stretch, empty ones too, so that they add up to all. */
function groupsOf(
  rows: readonly PaceRow[],
  keyOf: (row: PaceRow) => string,
  stretches: ReturnType<typeof stretchFilters>,
  created: Filter,
): protocol.PaceGroup[] {
  const found = Map.groupBy(rows, keyOf);
  return stretches.map(({ key, filter }) => {
    const mine = found.get(key) ?? [];
    const [leads, converted] = [sum(mine, 'leads'), sum(mine, 'converted')];
    return {
      key,
      leads,
      converted,
      rate: rateOf(converted, leads),
      drill: drillOf(created, filter),
      drillConverted: drillOf(created, filter, isConverted),
    };
  });
}

/** The number each lead has, as often as there are leads. */
const each = (rows: readonly PaceRow[], pick: (row: PaceRow) => number | null): number[] =>
  rows.flatMap((row) => {
    const value = pick(row);
    return value === null ? [] : Array.from({ length: row.leads }, () => value);
  });

/** How soon leads of a period were touched first, and how often then, against what was signed (R19, R38). */
export async function paceOf(context: Asked<typeof protocol.pace>): Promise<Answer<typeof protocol.pace>> {
  const { actor, read, input, time } = context;
  const period = askedPeriod(input, time.today(actor.organization.zone));
  const created = createdIn(period);
  const rows = await read.many(paceQuery(context, drillOf(created)));
  const [leads, converted] = [sum(rows, 'leads'), sum(rows, 'converted')];
  return {
    ...period,
    leads,
    converted,
    rate: rateOf(converted, leads),
    firstTouch: groupsOf(
      rows,
      ({ touchMinutes }) => stretchOf(touchMinutes, touchStretches),
      stretchFilters('touchMinutes', touchStretches),
      created,
    ),
    medianTouchMinutes: medianOfSome(each(rows, ({ touchMinutes }) => touchMinutes)) ?? null,
    intervals: groupsOf(
      rows,
      ({ gapHours }) => stretchOf(gapHours, gapStretches),
      stretchFilters('contactGapHours', gapStretches),
      created,
    ),
    medianGapHours: medianOfSome(each(rows, ({ gapHours }) => gapHours)) ?? null,
  };
}

/** The same as a verb of the reader. */
export const pace = handleRead(protocol.pace, paceOf);
