import type { Filter } from '@dealtrail/protocol/kernel';
import type { AgendaPoint, Drill } from '@dealtrail/protocol/reviews';
import { sql } from 'kysely';
import { missedClockList } from '../../../kernel/clocks/board/board-list.ts';
import { isMissed } from '../../../kernel/clocks/board/standing.ts';
import { addDays, startOfLocalDay } from '../../../kernel/calendar/index.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { listCondition } from '../../../kernel/lists/index.ts';
import {
  conversionQuery,
  conversionRates,
  type ConversionRow,
  countsByReason,
  createdIn,
  drillOf,
  holds,
  leadsByInvalidReason,
  medianOfSome,
  paceQuery,
  type PaceRow,
  stretchFilters,
  stretchOf,
  touchStretches,
} from '../../insights/index.ts';
import { sourceMapOf, sourceName, sourcesQuery } from '../../leads/index.ts';
import {
  type Compared,
  conversionPoint,
  type Counted,
  cyclePoint,
  reasonPoint,
  responsePoint,
} from '../rules/agenda.ts';
import { type ReviewPeriod, periodBefore } from '../rules/period.ts';
import type { Asker } from './late-query.ts';

/** What an agenda is made for. */
export interface AgendaAsked {
  readonly cadence: 'monthly' | 'quarterly';
  readonly period: ReviewPeriod;
  readonly departmentIds: readonly string[];
  readonly today: string;
}

const leads = (...questions: readonly Filter[]): Drill => ({ list: 'leads', filter: drillOf(...questions) });

const within = ({ departmentIds }: AgendaAsked): Filter => ({
  field: 'departmentId',
  op: 'in',
  value: [...departmentIds],
});

const invalid: Filter = { field: 'state', op: 'eq', value: 'invalid' };

const lostIn = ({ from, to }: ReviewPeriod): readonly Filter[] => [
  { field: 'state', op: 'eq', value: 'lost' },
  { field: 'closedAt', op: 'between', value: [from, to] },
];

/** Missed time limits due in a period, as the clock board asks for them. */
const missedIn = ({ from, to }: ReviewPeriod, zone: string): readonly Filter[] => [
  { field: 'dueAt', op: 'gte', value: startOfLocalDay(from, zone).toISOString() },
  { field: 'dueAt', op: 'lt', value: startOfLocalDay(addDays(to, 1), zone).toISOString() },
  { field: 'recordKind', op: 'ne', value: 'review' },
];

/** Query for the missed time limits a filter opens on the board, by the reason given. */
function missedByReason(asker: Asker, filter: string) {
  return sql<{ reason: string | null; count: number }>`
    select c.late_reason as reason, count(*)::int as count from ${sql.raw(missedClockList.source)}
    where ${listCondition(asker, missedClockList, { filter })} and ${isMissed(asker.time.now())}
    group by c.late_reason order by count(*) desc, c.late_reason`;
}

function queriesOf(asker: Asker, asked: AgendaAsked, period: ReviewPeriod) {
  const created = [createdIn(period), within(asked)];
  const { zone } = asker.actor.organization;
  return [
    conversionQuery(asker, drillOf(...created), 'source'),
    conversionQuery(asker, drillOf(...created), 'industry'),
    paceQuery(asker, drillOf(...created)),
    missedByReason(asker, drillOf(...missedIn(period, zone), within(asked))),
    leadsByInvalidReason(asker, drillOf(...created, invalid)),
    countsByReason(asker, drillOf(...lostIn(period), within(asked))),
  ] as const;
}

const medianTouch = (rows: readonly PaceRow[]): number | null =>
  medianOfSome(
    rows.flatMap(({ touchMinutes, leads: many }) =>
      touchMinutes === null ? [] : Array.from({ length: many }, () => touchMinutes),
    ),
  ) ?? null;

const sumOf = (rows: readonly { readonly leads: number }[]): number =>
  rows.reduce((sum, { leads: many }) => sum + many, 0);

/** What was counted in the period beside the period before, by the same keys. */
function compared(
  now: readonly ConversionRow[],
  before: readonly ConversionRow[],
  { nameOf, drill }: { readonly nameOf: (key: string) => string; readonly drill: (key?: string | null) => Drill },
): { readonly total: Compared; readonly groups: readonly Compared[] } {
  const [rates, former] = [conversionRates(now), conversionRates(before)];
  const was = new Map(former.groups.map((group) => [group.key, group]));
  const groups = rates.groups.map((group) => ({
    key: group.key,
    name: group.key === null ? { key: 'insights.group.none', params: {} } : nameOf(group.key),
    now: group,
    before: was.get(group.key),
    drill: drill(group.key),
  }));
  const name = { key: 'insights.group.total', params: {} };
  return { total: { key: null, name, now: rates.total, before: former.total, drill: drill() }, groups };
}

interface Reason {
  readonly reason: string | null;
  readonly count: number;
  readonly cut?: boolean;
}

/** Reasons of the period, and those of the period before that did not come back. */
function counted(
  now: readonly Reason[],
  before: readonly Reason[],
  {
    nameOf,
    drill,
  }: { readonly nameOf: (reason: string) => Counted['name']; readonly drill: (reason: Reason) => Drill },
): Counted[] {
  const gone = before.filter(({ reason }) => !now.some((one) => one.reason === reason));
  return [...now, ...gone.map((one) => ({ ...one, count: 0 }))].map((one) => ({
    key: one.reason,
    name:
      one.reason === null ? { key: 'insights.group.none', params: {} } : nameOf(`${one.reason}${one.cut ? '…' : ''}`),
    now: one.count,
    before: before.find(({ reason }) => reason === one.reason)?.count ?? 0,
    drill: drill(one),
  }));
}

/** Conversion by channel and the cycle by industry. */
function conversionPoints(
  asked: AgendaAsked,
  sources: Parameters<typeof sourceName>[0],
  [bySource, byIndustry, wasSource, wasIndustry]: readonly (readonly ConversionRow[])[],
): AgendaPoint[] {
  const created = [createdIn(asked.period), within(asked)];
  const signed: Filter = { field: 'convertedOn', op: 'isEmpty', value: false };
  const channels = compared(bySource ?? [], wasSource ?? [], {
    nameOf: (key) => sourceName(sources, key),
    drill: (key) => leads(...created, ...(key === undefined ? [] : [holds('source', key)])),
  });
  const industries = compared(byIndustry ?? [], wasIndustry ?? [], {
    nameOf: (key) => key,
    drill: (key) => leads(...created, signed, ...(key === undefined ? [] : [holds('industry', key)])),
  });
  return [
    conversionPoint(channels.total, channels.groups, { to: asked.period.to, today: asked.today }),
    cyclePoint(industries.total, industries.groups),
  ];
}

/** How soon leads were touched first. */
function touchPoint(asked: AgendaAsked, now: readonly PaceRow[], before: readonly PaceRow[]): AgendaPoint {
  const touched = Map.groupBy(now, ({ touchMinutes }) => stretchOf(touchMinutes, touchStretches));
  return responsePoint(
    { median: medianTouch(now), leads: sumOf(now) },
    { median: medianTouch(before), leads: sumOf(before) },
    stretchFilters('touchMinutes', touchStretches).map(({ key, filter }) => {
      const mine = touched.get(key) ?? [];
      return {
        key,
        leads: sumOf(mine),
        converted: mine.reduce((sum, one) => sum + one.converted, 0),
        drill: leads(createdIn(asked.period), within(asked), filter),
      };
    }),
  );
}

/** What ran late, turned out invalid or was lost, by the reason given. */
function reasonPoints(
  asked: AgendaAsked,
  zone: string,
  [late, faults, lost, wasLate, wasFaults, wasLost]: readonly (readonly Reason[])[],
): AgendaPoint[] {
  const { period } = asked;
  const endedWith = ({ reason, cut }: Reason): Filter =>
    cut && reason !== null ? { field: 'closeReason', op: 'startsWith', value: reason } : holds('closeReason', reason);
  return [
    reasonPoint(
      'overdue',
      counted(late ?? [], wasLate ?? [], {
        nameOf: (reason) => ({ key: `lateReason.${reason}`, params: {} }),
        drill: ({ reason }) => ({
          list: 'clocks',
          filter: drillOf(...missedIn(period, zone), within(asked), holds('lateReason', reason)),
        }),
      }),
    ),
    reasonPoint(
      'invalid',
      counted(faults ?? [], wasFaults ?? [], {
        nameOf: (reason) => ({ key: `invalidReason.${reason}`, params: {} }),
        drill: ({ reason }) => leads(createdIn(period), within(asked), invalid, holds('invalidReason', reason)),
      }),
    ),
    reasonPoint(
      'lost',
      counted(lost ?? [], wasLost ?? [], {
        nameOf: (reason) => reason,
        drill: (reason) => ({
          list: 'opportunities',
          filter: drillOf(...lostIn(period), within(asked), endedWith(reason)),
        }),
      }),
    ),
  ];
}

/** The agenda of a month or quarter: each number from the query of the list it opens, beside that of the period before. */
export async function agendaOf(read: Pick<Reader, 'all'>, asker: Asker, asked: AgendaAsked): Promise<AgendaPoint[]> {
  const { orgId, organization } = asker.actor;
  const former = periodBefore(asked.cadence, asked.period);
  const [[known], ...rows] = await read.all([
    sourcesQuery(orgId),
    ...queriesOf(asker, asked, asked.period),
    ...queriesOf(asker, asked, former),
  ]);
  const [bySource, byIndustry, pace, late, faults, lost, wasSource, wasIndustry, wasPace, wasLate, wasFaults, wasLost] =
    rows;
  const sources = sourceMapOf(known ?? { own: null, mapped: null });
  return [
    ...conversionPoints(asked, sources, [bySource, byIndustry, wasSource, wasIndustry]),
    touchPoint(asked, pace, wasPace),
    ...reasonPoints(asked, organization.zone, [late, faults, lost, wasLate, wasFaults, wasLost]),
  ];
}
